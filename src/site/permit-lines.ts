import type { Permit } from '../schedule/city.ts';
import type { Words } from '../words/words.ts';
import { cutText } from './text.ts';

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

/** The permits of a truck in words, in their order. */
export function permitLines(permits: readonly Permit[], { stops, times }: Words): PermitLine[] {
  const wordsOf = {
    permitted: stops.inForce,
    renewing: stops.renewed,
    unknown: () => stops.unlisted,
    lapsed: stops.lapsed,
  };
  return permits.map(({ permit, standing, status, expiresOn, scheduleUrl }) => ({
    permit,
    words: wordsOf[standing](expiresOn === null ? null : times.date(expiresOn)),
    status: cutText(status ?? '', 30).toLowerCase(),
    href: scheduleUrl,
  }));
}
