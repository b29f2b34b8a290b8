// Builds the sample's site below the folder that is its argument, for sample-setup.ts.
import fs from 'node:fs';
import path from 'node:path';
import { bundledSample, generateCity } from '../../scripts/sample/city.ts';
import { root, siteOptions } from '../../scripts/site.ts';
import { build } from '../../src/incremental/build.ts';
import { findCity } from '../../src/source/cities.ts';
import { pullCity } from '../../src/source/pull.ts';
import { hostileSchedule } from '../site-hostile-rows.ts';
import { sampleShapes } from '../site-copy.ts';

const [folder = ''] = process.argv.slice(2);
const inFolder = (name: string) => path.join(folder, name);
const trucks = [...generateCity(bundledSample)];
const tables = {
  schedule: [...trucks.flatMap(({ schedule }) => schedule), ...hostileSchedule],
  permits: trucks.flatMap(({ permits }) => permits),
};
for (const [name, rows] of Object.entries(tables))
  fs.writeFileSync(inFolder(`${name}.json`), JSON.stringify(rows));
await pullCity({
  city: findCity('sf'),
  // As a sample, so that every page says so in its banner.
  from: { source: 'sample', schedule: inFolder('schedule.json'), permits: inFolder('permits.json') },
  stateDir: inFolder('state'),
  asOf: bundledSample.asOf,
  shapes: sampleShapes,
  accept: true,
});
await build({
  ...siteOptions({ out: inFolder('out'), state: inFolder('state') }),
  root,
  cache: inFolder('cache/compiled'),
  memory: inFolder('memory'),
});
