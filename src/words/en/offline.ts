/** What is said only where there is no network, or a new version of the site. */
export const offline = {
  title: (city: string) => `Food trucks in ${city} without a network`,
  description: (city: string) => `The week of food trucks in ${city}, from the reader’s own device.`,
  heading: 'Without a network',
  about: 'Your device keeps the week, and draws from it the pages that it has not kept.',
  /** "3 hours ago". */
  saved: (age: string) => `No answer from the site. Saved ${age}.`,
  update: 'Update',
  newVersion: 'There is a new version.',
  drawn:
    'Drawn from the week on your device, without the city’s own notes, permits and whatever is doubtful.',
  notKept: 'Not on your device',
  notKeptMore: 'Every hour, day, truck and place is; the rest needs a network.',
  noWeek: 'The week is not on your device yet.',
  gone: 'Not on the schedule',
  goneMore: 'The week on your device knows no such truck or place.',
};

/** The same in any language. */
export type OfflineWords = typeof offline;
