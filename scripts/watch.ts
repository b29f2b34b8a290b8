import { parseArgs } from 'node:util';
import { writeFileAtomic } from '../src/disk.ts';
import { siteAddressFrom } from '../src/site/site-address.ts';
import { cities } from '../src/source/cities.ts';
import { sodaSettings } from '../src/source/settings.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { realIo } from './watch/ask.ts';
import { look } from './watch/look.ts';

const usage = `Usage: npm run watch -- --site URL [--city sf] [--headers ours|plain] [--report FILE]

Looks at the published site from outside: the age of its data, the home page, the page of an hour, an asset with their
headers, and whether the city's API answers.

  --site URL      the site's public address
  --city KEY      the city whose pages and API are asked for (sf)
  --headers KIND  ours: the published cache headers (default); plain: a host that sets its own, such as GitHub Pages
  --report FILE   write what was found as JSON

Exit codes: 0 all is well, 1 an alarm, 2 usage. Environment: SOCRATA_ORIGIN, SOCRATA_API.`;

await runCommand(async () => {
  const values = readArguments(process.argv.slice(2));
  if (values === null) {
    console.log(usage);
    return exitCodes.done;
  }
  const { site, city, headers } = values;
  const settings = sodaSettings(city, process.env, []);
  const report = await look({ site, city, headers, settings }, realIo);
  if (values.report !== undefined) writeFileAtomic(values.report, JSON.stringify(report, null, 2) + '\n');
  for (const { name, address, ok, fact } of report.checks) {
    console.log(`${ok ? 'well ' : 'ALARM'} ${name.padEnd(6)} ${address}: ${fact}`);
  }
  const alarms = report.checks.filter(({ ok }) => !ok).length;
  console.log(alarms === 0 ? 'All is well.' : `${alarms} of ${report.checks.length} checks raise an alarm.`);
  return report.ok ? exitCodes.done : exitCodes.failure;
}, usage);

/** Null when only the usage is wanted. */
function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      site: { type: 'string' },
      city: { type: 'string', default: 'sf' },
      headers: { type: 'string', default: 'ours' },
      report: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { site = '', headers } = values;
  if (!/^https?:/.test(site) || !URL.canParse(site))
    throw new UsageError(`--site wants the site's address, not "${site}".`, usage);
  if (headers !== 'ours' && headers !== 'plain')
    throw new UsageError(`--headers is "ours" or "plain", not "${headers}".`, usage);
  const city = cities.find(({ info }) => info.key === values.city);
  if (city === undefined) throw new UsageError(`There is no city "${values.city}".`, usage);
  return { site: siteAddressFrom(site), city, headers, report: values.report } as const;
}
