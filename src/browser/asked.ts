import { asked as english, type AskedWords } from '../words/en/asked.ts';
import { language } from './speech.ts';

const others: Readonly<Record<string, () => Promise<{ asked: AskedWords }>>> = {
  es: () => import('../words/es/asked.ts'),
  'zh-Hant': () => import('../words/zh-hant/asked.ts'),
  fil: () => import('../words/fil/asked.ts'),
  vi: () => import('../words/vi/asked.ts'),
};

const load = others[language];

/** What scripts say once something is asked, in the page's language. Whoever imports this waits for it. */
export const asked: AskedWords = load === undefined ? english : (await load()).asked;
