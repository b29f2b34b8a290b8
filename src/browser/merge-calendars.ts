/**
 * One calendar of many, each as the site gives it: the events of all, one that stands in two (a truck's and a place's)
 * once, the time zone once. `name` is what the calendar is called.
 */
export function mergeCalendars(texts: readonly string[], name: string): string {
  const zones = new Map<string, string>();
  const events = new Map<string, string>();
  for (const text of texts) {
    for (const [zone] of text.matchAll(componentOf('VTIMEZONE'))) zones.set(propertyOf(zone, 'TZID'), zone);
    for (const [event] of text.matchAll(componentOf('VEVENT'))) events.set(propertyOf(event, 'UID'), event);
  }
  const head = [
    'VERSION:2.0',
    'PRODID:-//Curbside//Following//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${name}`,
  ];
  const parts = [...zones.values(), ...events.values()];
  return `BEGIN:VCALENDAR\r\n${head.join('\r\n')}\r\n${parts.join('')}END:VCALENDAR\r\n`;
}

const componentOf = (name: string) => new RegExp(`^BEGIN:${name}\\r\\n[^]*?^END:${name}\\r\\n`, 'gm');

/** A property's value, unfolded. */
function propertyOf(component: string, name: string): string {
  const unfolded = component.replaceAll('\r\n ', '');
  return new RegExp(`^${name}:(.*)\\r$`, 'm').exec(unfolded)?.[1] ?? component;
}
