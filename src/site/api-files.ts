import type { ShapeName } from './contract.ts';

/** A file of the open data as programs ask for it. */
export interface ApiFile {
  /** With parts in braces: "/{city}/truck/{slug}.json". */
  readonly path: string;
  readonly about: string;
  readonly type: string;
  /** Null for what is no JSON. */
  readonly shape: ShapeName | null;
}

const json = 'application/json';

/** Every file that is open to others, in the order in which people are shown them. */
export const apiFiles: readonly ApiFile[] = [
  { path: '/{city}/{day}/{hour}.json', about: 'One hour of the week', type: json, shape: 'hour' },
  { path: '/{city}/truck/{slug}.json', about: 'One truck, its permits and rows', type: json, shape: 'truck' },
  { path: '/{city}/place/{slug}.json', about: 'One spot and its rows', type: json, shape: 'place' },
  { path: '/{city}/week.json', about: 'The whole week in columns', type: json, shape: 'week' },
  { path: '/{city}/week.csv', about: 'The whole week as a table', type: 'text/csv', shape: null },
  {
    path: '/{city}/{day}/{hour}.geojson',
    about: 'The permitted stops of an hour as points',
    type: 'application/geo+json',
    shape: 'points',
  },
  {
    path: '/{city}/truck/{slug}.geojson',
    about: 'The permitted spots of a truck as points',
    type: 'application/geo+json',
    shape: 'points',
  },
  { path: '/{city}/truck/{slug}.ics', about: 'A truck’s calendar', type: 'text/calendar', shape: null },
  { path: '/{city}/place/{slug}.ics', about: 'A spot’s calendar', type: 'text/calendar', shape: null },
  {
    path: '/{city}/changes.atom',
    about: 'What changed in a city',
    type: 'application/atom+xml',
    shape: null,
  },
  { path: '/{city}/changes.json', about: 'The same as a JSON Feed', type: json, shape: 'changes' },
  {
    path: '/{city}/truck/{slug}.atom',
    about: 'What changed for a truck',
    type: 'application/atom+xml',
    shape: null,
  },
  { path: '/{city}/truck/{slug}.feed.json', about: 'The same as a JSON Feed', type: json, shape: 'changes' },
  { path: '/{city}/problems.json', about: 'Every fault in the city’s rows', type: json, shape: 'problems' },
  { path: '/status.json', about: 'Age and size of the data', type: json, shape: 'status' },
];
