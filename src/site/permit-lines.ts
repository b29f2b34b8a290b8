import type { Permit } from '../schedule/city.ts';
import type { Standing } from '../schedule/standing.ts';
import { cutText } from './text.ts';
import { dateText } from './times.ts';

/** One permit as readers see it. */
export interface PermitLine {
  readonly permit: string;
  /** "permitted until Nov 15, 2022". */
  readonly words: string;
  /** The city's own word; empty when it gives none. */
  readonly status: string;
  /** The city's schedule of this permit, a PDF; null when it gives none. */
  readonly href: string | null;
}

const wordsOf: Readonly<Record<Standing, (date: string | null) => string>> = {
  permitted: (date) => `in force${date === null ? '' : ` until ${date}`}`,
  renewing: (date) => `being renewed${date === null ? '' : `, ran until ${date}`}`,
  unknown: () => 'not among the permits that the city publishes',
  lapsed: (date) => `not in force${date === null ? '' : `, dated until ${date}`}`,
};

/** The permits of a truck in words, in their order. */
export function permitLines(permits: readonly Permit[]): PermitLine[] {
  return permits.map(({ permit, standing, status, expiresOn, scheduleUrl }) => ({
    permit,
    words: wordsOf[standing](expiresOn === null ? null : dateText(expiresOn)),
    status: cutText(status ?? '', 30).toLowerCase(),
    href: scheduleUrl,
  }));
}
