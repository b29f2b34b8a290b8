import { fetchJson } from './fetch-json.ts';
import { language, words } from './speech.ts';

interface StatusFile {
  readonly cities: Readonly<
    Record<string, { readonly source: string; readonly pulledAt: string } | undefined>
  >;
}

/** Data older than this is no longer what readers expect of a site that is pulled every day. */
const oldHours = 48;

/** Says on every page how old the data is. The page itself cannot: it stays the same when a pull changes nothing. */
export async function showAge(file: string): Promise<void> {
  const status = await fetchJson<StatusFile>(file);
  if (status === null) return;
  const { cities } = status;
  for (const mark of document.querySelectorAll<HTMLElement>('[data-age]')) {
    const facts = cities[mark.dataset['city'] ?? ''];
    if (facts === undefined) continue;
    // A device whose clock is behind would say that the data comes from its future.
    const hours = Math.max(0, Date.now() - Date.parse(facts.pulledAt)) / 3_600_000;
    mark.textContent = facts.source === 'sample' ? words.sample : words.age(ageText(hours));
    mark.classList.toggle('hot', hours > oldHours);
  }
}

/** "this hour", "3 hours ago", "2 days ago". */
export function ageText(hours: number): string {
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return hours < 48 ? ago.format(-Math.floor(hours), 'hour') : ago.format(-Math.floor(hours / 24), 'day');
}
