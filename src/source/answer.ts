import { Failure } from '../failure.ts';
import type { HttpAnswer } from './http.ts';
import { clip } from './rows.ts';

/** What the city says is wrong. Its two APIs say it in two shapes; a gateway in front says it in HTML, which is neither. */
export interface SodaError {
  readonly code: string;
  readonly message: string;
}

/** The error in a body of either shape, or null when the body is not the API's own. The message is cut: it can repeat the whole query. */
export function readError(text: string): SodaError | null {
  const body = parseJson(text) as
    { code?: unknown; errorCode?: unknown; message?: unknown } | null | undefined;
  const code = body?.code ?? body?.errorCode;
  if (typeof code !== 'string') return null;
  return { code: clip(code), message: clip(typeof body?.message === 'string' ? body.message : '') };
}

/** The body's JSON, or undefined when it is none: a 200 is no promise, rows are streamed after the status line. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether the replica that answered says that it is behind: "true", or a list that is not empty. */
export function isStale(answer: HttpAnswer): boolean {
  const said = answer.headers['x-soda2-data-out-of-date']?.trim() ?? '';
  const list = parseJson(said);
  return said.toLowerCase() === 'true' || (Array.isArray(list) && list.length > 0);
}

/** Why a body that should have been JSON is not, in words. */
export function brokenBody(text: string): string {
  if (text === '') return 'an empty body';
  if (/^\s*</.test(text)) return 'a web page instead of data';
  return /[\]}]\s*$/.test(text) && parseJson(text) !== undefined
    ? 'JSON of another shape'
    : 'a body that breaks off or is no JSON';
}

/** The failure that an answer nobody should ask for again amounts to. */
export function refusalOf(answer: HttpAnswer, what: string): Failure {
  const error = readError(answer.text);
  const said = error === null ? brokenBody(answer.text) : `${error.code}: ${error.message}`;
  const message = `The city refused ${what} (${answer.status}, ${said}).`;
  if (answer.status === 404) {
    return new Failure('dataset-missing', message, {
      hint: 'The ids of the tables are set in src/source/cities.ts.',
    });
  }
  if (answer.status === 400 && error?.code === 'query.soql.no-such-column') {
    return new Failure('column-missing', message, {
      hint: 'The city renamed or removed a column: compare its table with the spellings in src/source/rows.ts.',
    });
  }
  if (answer.status === 401 || answer.status === 403) {
    const own = error !== null; // a gateway's 403 says nothing about the city
    const hint = own
      ? 'Check SOCRATA_APP_TOKEN; SODA 3 answers only with a token.'
      : 'Check the network between here and the city.';
    return new Failure(own ? 'access-refused' : 'city-unreachable', message, { hint });
  }
  return new Failure('query-refused', message, { hint: 'The query is built in src/source/drivers.ts.' });
}
