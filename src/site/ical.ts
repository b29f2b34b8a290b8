/** Longest content line of iCalendar, in bytes of UTF-8 without its end (RFC 5545, 3.1). */
const lineBytes = 75;

/** A property's line, folded, without its end: `["SUMMARY", "Tacos, coffee"]` → "SUMMARY:Tacos\, coffee". */
export type Property = readonly [name: string, value: string];

/** An iCalendar component: "BEGIN:VEVENT" … "END:VEVENT". Values are taken as they are; see `icalText`. */
export function icalComponent(
  name: string,
  properties: readonly Property[],
  inner: readonly string[] = [],
): string {
  const lines = properties.map(([property, value]) => `${fold(`${property}:${value}`)}\r\n`);
  return `BEGIN:${name}\r\n${lines.join('')}${inner.join('')}END:${name}\r\n`;
}

/** A value of the type TEXT: marks escaped, line ends kept, other control characters left out. */
export function icalText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u2028\u2029]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** The line in pieces of at most 75 bytes, each but the first after a space; no character is cut in two. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= lineBytes) return line;
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > lineBytes) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
