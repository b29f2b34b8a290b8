import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureAstro, measureBuild, median, type Measured } from './bench/measure.ts';
import { manyCities, realSubject, sampleSubject, type Subject } from './bench/subject.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { root } from './site.ts';

const usage = `Usage: npm run bench -- [--runs 5] [--cities 100]

Measures whole processes, medians of some runs: the real snapshot (or a sample of its size), a sample of ten times
that, and many cities of that size; then the same work by Astro's own builds. Takes about ten minutes.`;

type Row = Record<string, string>;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      cities: { type: 'string', default: '100' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const [runs, cities] = [Number(values.runs), Number(values.cities)];
  if (!(runs > 0) || !(cities >= 0)) throw new UsageError('--runs and --cities want numbers.', usage);
  // Below the project, where Astro's own builds find their packages.
  const folder = path.join(root, 'node_modules', '.cache', 'curbside', 'bench');
  fs.rmSync(folder, { recursive: true, force: true });
  try {
    const one = await realSubject(path.join(folder, 'one'));
    // With its calendars, feeds and points a truck has five times the files of its page: these are about 7,800.
    const seven = await sampleSubject(path.join(folder, 'seven'), { name: 'sample, 3×', trucks: 346 });
    const ten = await sampleSubject(path.join(folder, 'ten'), { name: 'sample, 10×', trucks: 1040 });
    const rows = [];
    for (const subject of [one, seven, ten]) rows.push(await measureSubject(subject, { runs, folder }));
    if (cities > 0)
      rows.push(
        await measureSubject(await manyCities(path.join(folder, 'many'), { cities, trucks: 104 }), {
          runs,
          folder,
        }),
      );
    printTable(rows);
    printTable([await compareWithAstro(one, folder), await compareWithAstro(seven, folder)]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return exitCodes.done;
}, usage);

async function measureSubject(
  { name, before, after }: Subject,
  { runs, folder }: { runs: number; folder: string },
): Promise<Row> {
  await measureBuild({ state: before, out: freshFolder(folder) }); // compiles
  const out = freshFolder(folder);
  const full = await measureBuild({ state: before, out });
  const still: Measured[] = [];
  const changed: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    changed.push(await measureBuild({ state: run % 2 === 0 ? after : before, out }));
    still.push(await measureBuild({ state: run % 2 === 0 ? after : before, out }));
  }
  const pages = full.report!.pages;
  const html = countHtml(out);
  return {
    data: name,
    'pages (HTML)': `${pages} (${html})`,
    'one row changed': seconds(median(changed.map((one) => one.seconds))),
    'its pages': String(changed[0]!.report!.changed.length),
    'nothing changed': seconds(median(still.map((one) => one.seconds))),
    'everything rendered': seconds(full.seconds),
    'of that the search index': seconds(full.report!.ms['index']! / 1000),
    'pages a second without it': String(
      Math.round(pages / (full.seconds - full.report!.ms['index']! / 1000)),
    ),
    'peak memory': `${Math.round(full.report!.peakMemoryBytes / 1e6)} MB`,
  };
}

/** The same change, by `astro build` and by its `experimental.incrementalBuild`, as multiples of ours. */
async function compareWithAstro({ name, before, after }: Subject, folder: string): Promise<Row> {
  const out = freshFolder(folder);
  await measureBuild({ state: before, out });
  const ours = (await measureBuild({ state: after, out })).seconds;
  const plain = await timesOfAstro({ before, after, project: projectCopy(folder, false) });
  const incremental = await timesOfAstro({ before, after, project: projectCopy(folder, true) });
  const ratio = (value: number) => `${seconds(value)} (${(value / ours).toFixed(1)}×)`;
  return {
    data: name,
    'one row changed, ours': seconds(ours),
    'astro build': ratio(plain),
    'astro build, experimental.incrementalBuild': ratio(incremental),
  };
}

async function timesOfAstro({
  before,
  after,
  project,
}: {
  before: string;
  after: string;
  project: string;
}): Promise<number> {
  const out = path.join(project, 'dist');
  await measureAstro(project, { state: before, out });
  return (await measureAstro(project, { state: after, out })).seconds;
}

/** The project with Astro's own incremental build on or off. */
function projectCopy(folder: string, incrementalBuild: boolean): string {
  const copy = path.join(folder, incrementalBuild ? 'astro-incremental' : 'astro-plain');
  fs.rmSync(copy, { recursive: true, force: true });
  for (const part of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  const config = fs.readFileSync(path.join(root, 'astro.config.mjs'), 'utf8');
  const setting = `defineConfig({ cacheDir: './cache', experimental: { incrementalBuild: ${incrementalBuild} },`;
  fs.writeFileSync(path.join(copy, 'astro.config.mjs'), config.replace('defineConfig({', setting));
  return copy;
}

/** Another folder each time: files created where many were just deleted take several times as long. */
function freshFolder(folder: string): string {
  return fs.mkdtempSync(path.join(folder, 'out-'));
}

function countHtml(out: string): number {
  return fs.readdirSync(out, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

function printTable(rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  console.log(`| ${columns.join(' | ')} |`);
  console.log(`|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => row[column] ?? '').join(' | ')} |`);
  console.log();
}
