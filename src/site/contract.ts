import { z } from 'zod';
import { weekdays } from '../schedule/week.ts';
import type { Problem } from '../schedule/problem.ts';
import type { HourData, PlaceFile, ProblemData, TruckFile } from './data-pages.ts';
import type { EntryView } from './entry-view.ts';
import type { Points } from './points.ts';
import type { StatusFile } from './status-file.ts';
import type { WeekData } from './week-file.ts';

/** Of what the open data is made; the types of the site check each shape, so none can say what no file holds. */
const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe('Part of an address; does not change at a renewal.');
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const degrees = z.number().nullable().describe('WGS 84, five decimals; null when the city gives none.');
const clock = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .describe('Past midnight it counts on: "26:00" is 2 am of the next day.');
const range = z.tuple([clock, clock]);
const standing = z.enum(['permitted', 'renewing', 'unknown', 'lapsed']);
const weekday = z.enum(weekdays);

const entry = z.object({
  truck: z.object({ name: z.string(), legalName: z.string(), slug }),
  place: z.object({ address: z.string(), slug, latitude: degrees, longitude: degrees }),
  permit: z.string(),
  locationid: z.string(),
  day: weekday.describe('The weekday on which the row starts.'),
  hours: range.describe('The hours that the city records.'),
  windows: z.array(range).describe('When the truck may be there; the hours unless certainty is "stated".'),
  certainty: z
    .enum(['stated', 'hours', 'conflict'])
    .describe('Believed: the text to the minute, the recorded hours, or neither since they disagree.'),
  standing: standing.describe('Of the permit on the day of the pull.'),
  status: z.string().nullable(),
  cold: z.boolean(),
  food: z.string(),
  note: z.string().describe('The city’s own text.'),
}) satisfies z.ZodType<EntryView>;

const openingHours = z
  .array(z.object({ slug, hours: z.string().describe('OpenStreetMap’s opening_hours.') }))
  .describe('Permitted hours by place of a truck, by truck of a place.');

const hour = z.object({
  city: z.string(),
  day: weekday,
  hour: z.int().min(0).max(23),
  trucks: z.int().min(0),
  stops: z.int().min(0),
  open: z.array(entry),
  conflict: z.array(entry),
  lapsed: z.array(entry),
}) satisfies z.ZodType<HourData>;

const truck = z.object({
  city: z.string(),
  name: z.string(),
  legalName: z.string(),
  slug,
  cold: z.boolean(),
  foods: z.array(z.object({ name: z.string(), slug })),
  foodTexts: z.array(z.string()),
  permits: z.array(
    z.object({
      permit: z.string(),
      status: z.string().nullable(),
      standing,
      expiresOn: date.nullable(),
      facility: z.string().nullable(),
      scheduleUrl: z.string().nullable(),
    }),
  ),
  entries: z.array(entry),
  openingHours,
  closed: z
    .array(z.object({ from: date, to: date }))
    .exactOptional()
    .describe('Days on which no stop begins, both included, as the owner says.'),
}) satisfies z.ZodType<TruckFile>;

const place = z.object({
  city: z.string(),
  address: z.string(),
  slug,
  crossStreets: z.string().nullable(),
  latitude: degrees,
  longitude: degrees,
  entries: z.array(entry),
  neighborhood: z.object({ name: z.string(), slug }).nullable(),
  openingHours,
}) satisfies z.ZodType<PlaceFile>;

const numbers = z.array(z.int());
const maybeNumbers = z.array(z.int().nullable());
const names = { name: z.array(z.string()), slug: z.array(slug) };

const week = z.object({
  version: z.literal(1),
  city: z.string(),
  timeZone: z.string(),
  sample: z.boolean(),
  foods: z.object(names),
  trucks: z.object({ ...names, foods: z.array(numbers) }),
  places: z.object({
    address: z.array(z.string()),
    slug: z.array(slug),
    latitude: maybeNumbers.describe('Hundred-thousandths of a degree, each less the last known before it.'),
    longitude: maybeNumbers,
    neighborhood: maybeNumbers,
  }),
  neighborhoods: z.object(names),
  visits: z.object({
    truck: numbers.describe('Index, less the one before.'),
    place: numbers.describe('Index, less the one before.'),
    days: numbers.describe('A bit for each weekday: 1 Sunday … 64 Saturday.'),
    state: numbers.describe(
      'Certainty (0 stated, 4 hours, 8 conflict) + standing (0 permitted … 3 lapsed) + 12 if cold.',
    ),
    times: z.array(numbers).describe('Pairs of start and length in minutes.'),
  }),
  closed: z
    .array(z.tuple([z.int(), date, date]))
    .exactOptional()
    .describe(
      'Index of a truck, and the days on which no visit of it begins, both included, as its owner says.',
    ),
}) satisfies z.ZodType<WeekData>;

const status = z.object({
  cities: z.record(
    z.string(),
    z.object({
      source: z.enum(['live', 'sample', 'file']),
      pulledAt: z.iso.datetime(),
      rowsUpdatedAt: z.string().nullable(),
      asOf: date,
      rows: z.int(),
      problems: z.int(),
      trucks: z.int(),
      places: z.int(),
      snapshot: z.string(),
      neighborhoods: z.string().nullable(),
      streets: z.string().nullable(),
      content: z.string().exactOptional().describe('Digest of what owners say of their trucks.'),
    }),
  ),
  pages: z.int(),
  codeDigest: z.string(),
}) satisfies z.ZodType<StatusFile>;

const problemCode = z.enum([
  'column-missing',
  'row-malformed',
  'weekday-unknown',
  'weekday-disagrees',
  'hours-unreadable',
  'coordinates-missing',
  'coordinates-outside',
  'status-unknown',
  'key-repeated',
]) satisfies z.ZodType<Problem['code']>;

const problems = z.object({
  city: z.string(),
  problems: z.array(
    z.object({
      code: problemCode,
      row: z.string().describe('The row’s key, or "#12" when it has none.'),
      column: z.string(),
      value: z.string().describe('The city’s own text.'),
      message: z.string(),
    }),
  ),
}) satisfies z.ZodType<ProblemData>;

const points = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z
        .object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) })
        .nullable(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
}) satisfies z.ZodType<Points>;

const changes = z.object({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.string(),
  authors: z.array(z.object({ name: z.string() })),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      content_html: z.string(),
      date_published: z.iso.datetime(),
    }),
  ),
});

const shapes = { hour, truck, place, week, status, problems, points, changes };

/** A shape of the open data. */
export type ShapeName = keyof typeof shapes;

/**
 * JSON Schema (2020-12) of every shape. Fields that are not named may be added at the end: nobody must refuse them.
 * Those of a `closed` schema may not, for tests that want to see each one named.
 */
export function jsonSchemas(closed = false): Readonly<Record<ShapeName, object>> {
  const io = closed ? 'output' : 'input';
  const schemas = Object.entries(shapes).map(([name, shape]) => {
    return [name, { ...z.toJSONSchema(shape as z.ZodType, { io }), $schema: undefined }];
  });
  return Object.fromEntries(schemas) as Record<ShapeName, object>;
}
