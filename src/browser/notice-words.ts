import { offline as english, type OfflineWords } from '../words/en/offline.ts';
import { language } from './speech.ts';

const others: Readonly<Record<string, () => Promise<{ offline: OfflineWords }>>> = {
  es: () => import('../words/es/offline.ts'),
  'zh-Hant': () => import('../words/zh-hant/offline.ts'),
  fil: () => import('../words/fil/offline.ts'),
  vi: () => import('../words/vi/offline.ts'),
};

const load = others[language];

/** What the site says where it does not answer, in the page's language. Whoever imports this waits for it. */
export const words: OfflineWords = load === undefined ? english : (await load()).offline;
