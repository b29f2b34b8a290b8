import { parseArgs } from 'node:util';
import { isDate } from '../src/source/permits.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { bundledSample, type SampleSettings } from './sample/city.ts';
import { writeSample } from './sample/files.ts';

const bundledFolder = 'data/sample';

const usage = `Usage: npm run sample -- [--trucks N] [--seed S] [--as-of YYYY-MM-DD] [--out DIR]

Makes a fictional city with every odd case of the real data, in the shape of the city's answers:
schedule.json, permits.json, neighborhoods.json, streets.json, and sample.json with the settings. The same settings make the same bytes.

  --trucks N     how many trucks (${bundledSample.trucks}); some 27 rows and 4.4 addresses each
  --seed S       another number, another city (${bundledSample.seed})
  --as-of DATE   the date on which the permits are right (${bundledSample.asOf})
  --out DIR      where the files go (${bundledFolder})

Exit codes: 0 done, 1 failure, 2 usage.`;

await runCommand(() => {
  const { help, out, settings } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return Promise.resolve(exitCodes.done);
  }
  const started = performance.now();
  const { rows, trucks, permitRows, sizeBytes } = writeSample(out, settings);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${rows} rows of ${trucks} trucks and ${permitRows} permit rows in ${out}; ${(sizeBytes / 1e6).toFixed(1)} MB; ${seconds} s`,
  );
  return Promise.resolve(exitCodes.done);
}, usage);

interface Arguments {
  readonly help: boolean;
  readonly out: string;
  readonly settings: SampleSettings;
}

function readArguments(args: string[]): Arguments {
  const text = { type: 'string' } as const;
  const options = {
    trucks: text,
    seed: text,
    'as-of': text,
    out: text,
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options, strict: true });
  const asOf = values['as-of'] ?? bundledSample.asOf;
  if (!isDate(asOf)) throw new UsageError(`"${asOf}" is no date (YYYY-MM-DD).`, usage);
  const settings = {
    trucks: wholeNumber('--trucks', values.trucks ?? String(bundledSample.trucks)),
    seed: wholeNumber('--seed', values.seed ?? String(bundledSample.seed)),
    asOf,
  };
  return { help: values.help, out: values.out ?? bundledFolder, settings };
}

function wholeNumber(flag: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError(`${flag} is "${value}", not a whole number.`, usage);
}
