import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** One occurrence of an event, as the wall clock of its own zone shows it: "2022-03-13T20:00". */
export interface Occurrence {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly minutes: number;
  /** The instant, by the calendar's own rules of its zone. */
  readonly instant: Date;
}

/** Every event of a calendar between two dates ("YYYY-MM-DD", the second left out), as ical.js expands it. */
export function expandedByIcalJs(text: string, from: string, to: string): Occurrence[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => new ICAL.Timezone(zone));
  ICAL.TimezoneService.reset();
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    const found: Occurrence[] = [];
    const iterator = event.iterator();
    const next = () => iterator.next() as ICAL.Time | null | undefined;
    for (let at = next(); at; at = next()) {
      const start = at.toString().slice(0, 16);
      if (start >= to) break;
      if (start < from) continue;
      const minutes = event.duration.toSeconds() / 60;
      found.push({ uid: event.uid, summary: event.summary, start, minutes, instant: at.toJSDate() });
    }
    return found;
  });
}

/** The same by node-ical, which shares no code with ical.js; instants only. */
export function expandedByNodeIcal(text: string, from: Date, to: Date): { uid: string; instant: Date }[] {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
  return events.flatMap((event) => {
    const exceptions = Object.values((event.exdate ?? {}) as Record<string, Date>).map((date) =>
      date.getTime(),
    );
    const all = event.rrule?.between(from, to, true) ?? [];
    const starts = all.filter((instant) => !exceptions.includes(instant.getTime()));
    return starts.map((instant) => ({ uid: event.uid, instant }));
  });
}
