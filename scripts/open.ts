import { parseArgs } from 'node:util';
import { cityNow } from '../src/schedule/clock.ts';
import { formatTime, formatWeekday } from '../src/schedule/format.ts';
import { cities, findCity } from '../src/source/cities.ts';
import { isDate } from '../src/source/permits.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { linesOf } from './open/lines.ts';
import { readMoment } from './open/moment.ts';
import { openCity, type Wanted } from './open/open-city.ts';
import { realTerminal, showPages } from './open/pager.ts';
import { sightingsAt } from './open/sightings.ts';

const usage = `Usage: npm run open -- [--at "friday 12:00"] [--city sf] [--state DIR]
                       [--schedule FILE [--permits FILE]] [--as-of YYYY-MM-DD]

Prints name and address of the food trucks open at a minute of the week, A–Z, ten at a time: a key for more,
q to quit. All at once when this is no terminal. "≈" marks times that the city gives in whole hours only.

  --at WHEN         "friday 12:00", "fri noon", "12:30 pm", "tomorrow 9am"; now, on the city's clock
  --city KEY        which of the configured cities (sf)
  --state DIR       where the last snapshot lives (.curbside); pulled when there is none
  --schedule FILE   read these tables instead, in the shape of the city's answers; nothing is kept
  --permits FILE    without it, no permit is taken as lapsed
  --as-of DATE      judge the permits on this day

Exit codes: 0 done, 1 failure, 2 usage, 3 snapshot refused.`;

await runCommand(async () => {
  const { help, at, ...wanted } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(usage);
    return exitCodes.done;
  }
  const { name, timeZone } = wanted.city.info;
  const now = cityNow(timeZone, new Date());
  const moment = at === null ? now : readMoment(at, now);
  if (moment === null) throw new UsageError(`"${at}" is no moment of the week.`, usage);
  const opened = await openCity(wanted, console.error);
  if ('refused' in opened) {
    console.error(`Snapshot refused: ${opened.refused.join('; ')}.`);
    return exitCodes.refused;
  }
  const sightings = sightingsAt(opened.city, moment);
  const trucks = new Set(sightings.map(({ truck }) => truck)).size;
  const when = `${formatWeekday(moment.weekday)}, ${formatTime(moment.minute)}`;
  // To stderr: what reads the list through a pipe gets the list alone.
  console.error(`${when} in ${name}: ${counted(trucks, 'truck')} at ${counted(sightings.length, 'stop')}.`);
  const terminal = realTerminal();
  await showPages(linesOf(sightings, terminal.columns), terminal);
  return exitCodes.done;
}, usage);

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface Arguments extends Wanted {
  readonly help: boolean;
  readonly at: string | null;
}

function readArguments(args: string[]): Arguments {
  const text = { type: 'string' } as const;
  const files = { schedule: text, permits: text, state: text };
  const options = {
    at: text,
    city: text,
    'as-of': text,
    ...files,
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args, options, strict: true });
  const { at = null, city = 'sf', 'as-of': asOf = null, schedule = null, permits = null, help } = values;
  if (!cities.some(({ info }) => info.key === city))
    throw new UsageError(`There is no city "${city}".`, usage);
  if (asOf !== null && !isDate(asOf)) throw new UsageError(`"${asOf}" is no date (YYYY-MM-DD).`, usage);
  if (permits !== null && schedule === null) throw new UsageError('--permits needs --schedule.', usage);
  return { help, at, city: findCity(city), stateDir: values.state ?? '.curbside', schedule, permits, asOf };
}
