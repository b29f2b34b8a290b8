/** Minutes of the day as the city's texts write them: "7am", "7:05am", "12pm"; `full` always shows minutes: "7:00am". */
export function clockText(minute: number, style: 'short' | 'full' = 'short'): string {
  const half = minute % 1440 < 720 ? 'am' : 'pm';
  const hour = Math.floor(minute / 60) % 12 || 12;
  const rest = minute % 60;
  return rest === 0 && style === 'short'
    ? `${hour}${half}`
    : `${hour}:${String(rest).padStart(2, '0')}${half}`;
}

/** Hours as the columns `starttime` and `endtime` write them: "10AM", and "12AM" for both midnights. */
export function hourLabel(minute: number): string {
  return clockText(minute).toUpperCase();
}

/** Hours as the columns `start24` and `end24` write them: "08:00", "24:00". */
export function hour24(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A street's name as people write it: "03RD ST" is "3rd St", "CLAY ST" is "Clay St". */
export function streetText(street: string): string {
  return street
    .toLowerCase()
    .replace(/^0/, '')
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
