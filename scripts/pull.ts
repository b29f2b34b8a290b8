import { parseArgs } from 'node:util';
import { cities, findCity, type CitySettings } from '../src/source/cities.ts';
import { realIo, type Note, type PullIo } from '../src/source/io.ts';
import { isDate } from '../src/source/permits.ts';
import { pullCity, type Pull, type Source } from '../src/source/pull.ts';
import type { ShapeFiles } from '../src/source/pull-geography.ts';
import { readCurrent, type Current } from '../src/source/state.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { pullMeasures } from './metrics/measures.ts';
import { sendMeasures } from './metrics/send.ts';
import { closingSentence, noteLine, reportPull, type PullSummary } from './report-pull.ts';
import { citySettings } from './tokens/city-settings.ts';

const usage = `Usage: npm run pull -- [--city sf] [--as-of YYYY-MM-DD] [--schedule FILE --permits FILE]
                       [--neighborhoods FILE] [--streets FILE] [--state DIR] [--accept] [--report FILE]

Pulls a city's food-truck schedule and permits, and keeps them as the current snapshot. Borders of neighbourhoods and
streets are asked for once a month; a pull does not fail for want of them.

  --city KEY          which of the configured cities (sf)
  --as-of DATE        the date on which permits are judged; today in the city unless given
  --schedule FILE     read both tables from files in the shape of the city's answers
  --permits FILE
  --neighborhoods FILE  read borders from a file: the city's rows, or GeoJSON with "nhood"
  --streets FILE      read streets likewise, with "classcode"
  --state DIR         where snapshots live (.curbside)
  --accept            take the snapshot even if it looks suspicious
  --report FILE       write what was done as JSON

Exit codes: 0 done, 1 failure, 2 usage, 3 snapshot refused (the last good one stays).
Environment: SOCRATA_APP_TOKEN, SOCRATA_APP_TOKEN_NEXT, or SOCRATA_SECRET_ID (a secret of AWS Secrets Manager that
holds both); SOCRATA_ORIGIN, SOCRATA_API (soda2, soda3), SOCRATA_REQUESTS_PER_SECOND (the agreed pace with a token);
CURBSIDE_METRICS (cloudwatch, file:PATH).`;

await runCommand(async () => {
  const values = readArguments(process.argv.slice(2));
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const notes: Note[] = [];
  const note = (happened: Note) => {
    notes.push(happened);
    console.error(noteLine(happened));
  };
  const started = performance.now();
  const outcome = await pullAs(values, { ...realIo, note }).catch((fault: unknown) => ({
    fault,
    current: currentIfAny(values),
  }));
  const summary: PullSummary = {
    city: values.city,
    source: values.files?.source ?? 'live',
    outcome,
    notes,
    tookMs: performance.now() - started,
  };
  await reportPull(summary, values.report);
  const warning = await sendMeasures(pullMeasures(summary, new Date()), process.env);
  if (warning !== null) console.error(warning);
  if ('fault' in outcome) throw outcome.fault;
  console.log(closingSentence(outcome, summary.tookMs));
  return outcome.refused.length > 0 ? exitCodes.refused : exitCodes.done;
}, usage);

async function pullAs({ city, files, shapes, state, asOf, accept }: Arguments, io: PullIo): Promise<Pull> {
  const from: Source = files ?? { source: 'live', settings: await citySettings(city, process.env) };
  return pullCity({ city, from, stateDir: state, asOf, shapes, accept }, io);
}

/** What stays in force after a failure; a damaged state is then not the fault to tell about. */
function currentIfAny({ state, city }: Arguments): Current | null {
  try {
    return readCurrent(state, city.info.key);
  } catch {
    return null;
  }
}

interface Arguments {
  readonly help: boolean;
  readonly city: CitySettings;
  readonly asOf: string | null;
  readonly state: string;
  readonly accept: boolean;
  readonly report: string | null;
  readonly files: { readonly source: 'file'; readonly schedule: string; readonly permits: string } | null;
  readonly shapes: ShapeFiles;
}

function readArguments(args: readonly string[]): Arguments {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    city: text,
    'as-of': text,
    schedule: text,
    permits: text,
    neighborhoods: text,
    streets: text,
    state: text,
    report: text,
    accept: flag,
    help: flag,
  };
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const {
    city = 'sf',
    'as-of': asOf = null,
    schedule,
    permits,
    state = '.curbside',
    accept,
    help,
    report = null,
    neighborhoods,
    streets,
  } = values;
  if (!cities.some(({ info }) => info.key === city))
    throw new UsageError(`There is no city "${city}".`, usage);
  if (asOf !== null && !isDate(asOf)) throw new UsageError(`"${asOf}" is no date (YYYY-MM-DD).`, usage);
  if ((schedule === undefined) !== (permits === undefined)) {
    throw new UsageError('--schedule and --permits go together.', usage);
  }
  const files =
    schedule !== undefined && permits !== undefined ? { source: 'file' as const, schedule, permits } : null;
  const shapes = { ...(neighborhoods && { neighborhoods }), ...(streets && { streets }) };
  return { help, city: findCity(city), asOf, state, accept, report, files, shapes };
}
