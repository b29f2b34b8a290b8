import { parseArgs } from 'node:util';
import { publish, type PublishOptions } from '../src/publish/publish.ts';
import { isSound } from '../src/publish/report.ts';
import { patientRetries } from '../src/publish/retry.ts';
import { targetNamed } from '../src/publish/target-name.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { stopSignal } from './interrupt.ts';
import { publishMeasures } from './metrics/measures.ts';
import { sendMeasures } from './metrics/send.ts';
import { progressBar } from './progress.ts';
import { keepState } from './refresh/published-state.ts';
import { closingSentence, reportPublish, troubleLines, uploadLines } from './report-publish.ts';
import { publishStandby } from './standby.ts';

const usage = `Usage: npm run publish -- --to TARGET [--dry-run] [--max-delete N] [--report FILE] [--dist DIR]
                          [--state DIR] [--distribution ID] [--grace HOURS] [--standby TARGET]

Makes a target serve the built site, and uploads only what differs from what it holds.

  --to TARGET        folder:PATH (the web root to serve is PATH/current) or s3://BUCKET[/PREFIX]?endpoint=…
                     (with ?compress=br a folder gets compressed copies, a bucket holds texts compressed only)
  --dry-run          go all the way and change nothing: say what would be uploaded, retired and deleted
  --max-delete N     refuse to retire more files than this (half of those held, at least 100)
  --report FILE      write what was done as JSON
  --dist DIR         the built web root (dist)
  --state DIR        put the snapshots beside the pages made from them, for machines that forget (left out)
  --distribution ID  the CloudFront distribution to purge afterwards
  --grace HOURS      how long files that no page names any more stay (24)
  --standby TARGET   publish there too, first and whole: what an edge asks when TARGET is gone; its faults stop nothing

Exit codes: 0 done, 1 failure or readers do not get what was published, 2 usage, 130 and 143 stopped by a signal.
Environment: CURBSIDE_METRICS (cloudwatch, file:PATH).`;

const hourMs = 3_600_000;

await runCommand(async () => {
  const values = readArguments(process.argv.slice(2));
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const [target, purge] = [await targetNamed(values.to), await purgeOf(values.distribution)];
  const progress = progressBar('uploading');
  const options = publishOptions(values, progress.show);
  const standby =
    values.standby === undefined
      ? null
      : await publishStandby(values.standby, options).finally(progress.clear);
  for (const line of standby?.lines ?? []) console.error(line);
  const report = await publish({ ...options, target, purge }).finally(progress.clear);
  await reportPublish(report, values.report);
  for (const line of [...uploadLines(report), ...troubleLines(report)]) console.log(line);
  const warning = await sendMeasures(publishMeasures(report, new Date()), process.env);
  if (warning !== null) console.error(warning);
  console.log(closingSentence(report));
  return isSound(report) && standby?.sound !== false ? exitCodes.done : exitCodes.failure;
}, usage);

function publishOptions(
  values: ReturnType<typeof readArguments>,
  onUpload: NonNullable<PublishOptions['onUpload']>,
): Omit<PublishOptions, 'target' | 'purge'> {
  return {
    ...values,
    stateFiles: values.state === undefined ? null : keepState(values.state, values.dist),
    concurrency: 16,
    sampleSize: 20,
    retries: patientRetries,
    now: () => new Date(),
    signal: stopSignal('; the next publish does what is left.'),
    onUpload,
  };
}

async function purgeOf(distribution: string | undefined) {
  if (distribution === undefined) return null;
  const { cloudFront } = await import('../src/publish/cloudfront.ts');
  return cloudFront(distribution);
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      to: { type: 'string', default: '' },
      'dry-run': { type: 'boolean', default: false },
      'max-delete': { type: 'string' },
      report: { type: 'string' },
      dist: { type: 'string', default: 'dist' },
      state: { type: 'string' },
      distribution: { type: 'string' },
      grace: { type: 'string', default: '24' },
      standby: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.to === '' && !values.help) throw new UsageError('Name a target with --to.', usage);
  return {
    ...values,
    dryRun: values['dry-run'],
    maxDelete: values['max-delete'] === undefined ? null : numberFrom('--max-delete', values['max-delete']),
    graceMs: numberFrom('--grace', values.grace) * hourMs,
    report: values.report ?? null,
  };
}

function numberFrom(flag: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`${flag} wants a whole number, not "${text}".`, usage);
}
