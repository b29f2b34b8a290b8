import { linkTo } from '../site/link.ts';
import { statusFile } from '../site/urls.ts';
import type { WeekData } from '../site/week-file.ts';
import type { Home } from './home.ts';
import { openVisits } from './week.ts';

interface Status {
  readonly cities: Readonly<Record<string, { readonly snapshot: string } | undefined>>;
}

/** The snapshot that was last asked for; none at first, and asking again for the same week costs an empty answer. */
let known = '';

/**
 * Takes up a newer week in a page that stays open: asks the small status file, and for the week only when that names
 * another snapshot. Without a network everything stays as it is.
 */
export async function renew(home: Home): Promise<void> {
  const { cities } = (await answerOf(linkTo(statusFile))) as Status;
  const snapshot = cities[home.week.city]?.snapshot ?? '';
  if (snapshot === known) return;
  home.week = (await answerOf(home.box.dataset['week'] ?? '')) as WeekData;
  known = snapshot;
  if (home.week.closed) home.held = (await import('./closed.ts')).withoutClosed;
  home.question = { ...home.question, visits: openVisits(home.week) };
  home.draw();
  dispatchEvent(new Event('curbside-week')); // whoever filters does it again
}

async function answerOf(file: string): Promise<unknown> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}
