import { parseArgs } from 'node:util';
import { build } from '../src/incremental/build.ts';
import { verify } from '../src/incremental/verify.ts';
import { listCurrent } from '../src/source/state.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { keepLastBuild } from './last-build.ts';
import { buildMeasures } from './metrics/measures.ts';
import { sendMeasures } from './metrics/send.ts';
import { progressBar } from './progress.ts';
import { closingSentence, differenceLines, reportBuild } from './report-build.ts';
import { siteOptions } from './site.ts';

const usage = `Usage: npm run build -- [--out dist] [--state DIR] [--full] [--verify] [--workers N] [--report FILE]

Brings the site up to date with the last snapshots: compiles when code changed, renders what changed.

  --out DIR      the web root to write (dist)
  --state DIR    where snapshots live (.curbside)
  --full         compile and render everything
  --verify       compare the result with a clean astro build, and fail on any difference
  --workers N    threads to render with (one per core)
  --report FILE  write what was done as JSON

Exit codes: 0 done, 1 failure, 2 usage.
Environment: CURBSIDE_METRICS (cloudwatch, file:PATH).`;

await runCommand(async () => {
  const values = readArguments(process.argv.slice(2));
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const progress = progressBar('rendering');
  const options = siteOptions({ ...values, onPage: progress.show });
  const report = await build(options).finally(progress.clear);
  keepLastBuild(options, report, listCurrent(values.state));
  for (const warning of options.content.warnings) console.error(`Left out: ${warning}`);
  await reportBuild(report, values.report, options.content.warnings);
  const warning = await sendMeasures(buildMeasures(report), process.env);
  if (warning !== null) console.error(warning);
  console.log(closingSentence(report));
  if (!values.verify) return exitCodes.done;
  const differences = await verify(options);
  console.log(differenceLines(differences, report.pages));
  return differences.length === 0 ? exitCodes.done : exitCodes.failure;
}, usage);

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      out: { type: 'string', default: 'dist' },
      state: { type: 'string', default: '.curbside' },
      full: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
      workers: { type: 'string' },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const workers = values.workers === undefined ? undefined : Number(values.workers);
  if (workers !== undefined && !(Number.isInteger(workers) && workers > 0)) {
    throw new UsageError(`--workers wants a whole number above 0, not "${values.workers}".`, usage);
  }
  return { ...values, workers, report: values.report ?? null };
}
