import { Failure } from '../failure.ts';
import type { CitySettings } from './cities.ts';
import { createClient } from './client.ts';
import { driverOf, metadataRequest } from './drivers.ts';
import { fetchTable, type Fetched, type Line } from './fetch-table.ts';
import type { Haul } from './haul.ts';
import type { PullIo } from './io.ts';
import { readKept, writeKept } from './kept.ts';
import { columnsOf, lacksRequired } from './rows.ts';
import { tokenNames, type SodaSettings } from './settings.ts';

/** Which city, and the folder in which answers are kept for the next time. */
export interface FetchOptions {
  readonly city: CitySettings;
  readonly folder: string;
}

/** The line to a city for one pull: one client, so that its pace and the tokens it takes hold for all that is asked. */
export function lineTo(city: CitySettings, settings: SodaSettings, io: PullIo): Line {
  const driver = driverOf(settings.api);
  if (driver.needsToken && settings.tokens.length === 0) {
    throw new Failure(
      'token-required',
      `The API ${settings.api} of ${city.info.name} answers only with an app token.`,
      {
        hint: `Set ${tokenNames[0]} or SOCRATA_SECRET_ID, or use soda2, which needs none.`,
      },
    );
  }
  return { settings, driver, client: createClient(settings, io), io };
}

/** Both tables of a city from its API, one request at a time. Fails as `Client` does; rows that are in doubt come with the doubt. */
export async function fetchCity(line: Line, options: FetchOptions): Promise<Haul> {
  const schedule = await fetchKept(line, 'schedule', options);
  const permits = await fetchKept(line, 'permits', options);
  const rowsUpdatedAt = await askRowsUpdatedAt(line, options.city);
  return {
    schedule: schedule.rows,
    permits: permits.rows,
    doubts: [schedule.doubt, permits.doubt].filter((doubt) => doubt !== null),
    rowsUpdatedAt,
    requests: line.client.requestCount(),
  };
}

async function fetchKept(
  line: Line,
  table: 'schedule' | 'permits',
  { city, folder }: FetchOptions,
): Promise<Fetched> {
  const dataset = city[table];
  const columns = columnsOf(table);
  const lacks = (row: unknown) => lacksRequired(table, row);
  const fetched = await fetchTable(line, { table, dataset, columns, lacks, kept: readKept(folder, dataset) });
  // A doubted answer is not kept: its 304 would repeat it for ever. Nor does one without ETags push out those that have them.
  const isWorthKeeping = fetched.doubt === null && !fetched.unchanged && fetched.pages.length > 0;
  if (isWorthKeeping) writeKept(folder, dataset, fetched.pages);
  return fetched;
}

/** When the city last changed the schedule. Only shown, never compared, so one try is enough and none is fatal. */
async function askRowsUpdatedAt({ settings, client }: Line, city: CitySettings): Promise<string | null> {
  const request = metadataRequest(settings.origin, city.schedule);
  try {
    const reply = await client.ask({
      what: 'the description of the schedule',
      request,
      read: updateTimeOf,
      tries: 1,
    });
    return reply.value;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}

/** `rowsUpdatedAt` is in seconds since 1970. */
function updateTimeOf(json: unknown): string | null {
  const seconds = Number((json as { rowsUpdatedAt?: unknown } | null)?.rowsUpdatedAt ?? Number.NaN);
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : null;
}
