import type { ApiRow } from './site-copy.ts';

/** Texts that a city could send, and that no page may lose, run or break on. */
export const hostileNames = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 1">',
  `O'Brien "quoted" \\ back\\slash & &amp; &lt;b&gt;`,
  '../../../etc/passwd',
  '{{ 7 * 7 }} ${7 * 7} <%= 7 %>',
  '東京ラーメン',
  '!!!',
  '???',
  'Twin Truck',
  'TWIN; Truck',
  '\u202egnp.exe\u202c العربية',
  '-->]]><!--',
  `Long ${'name '.repeat(2000)}end`,
] as const;

/** A city whose every text is hostile: each name has one stop, and its food and place are as bad as the name. */
export const hostileSchedule: readonly ApiRow[] = hostileNames.map((name, index) => ({
  dayorder: '5',
  dayofweekstr: 'Friday',
  starttime: '10AM',
  endtime: '3PM',
  permit: `99MFF-${String(index).padStart(5, '0')}`,
  location: `${name} ST`,
  locationdesc: `Near ${name}`,
  optionaltext: `Food ${name}`,
  locationid: String(1_700_000 + index),
  start24: '10:00',
  end24: '15:00',
  coldtruck: 'N',
  applicant: name,
  ...(index % 3 === 0
    ? { latitude: '0', longitude: '0' }
    : { latitude: `37.77${index}`, longitude: '-122.41' }),
}));
