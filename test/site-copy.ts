import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { siteOptions } from '../scripts/site.ts';
import { build } from '../src/incremental/build.ts';
import type { BuildOptions } from '../src/incremental/options.ts';
import type { BuildReport } from '../src/incremental/report.ts';
import type { Difference } from '../src/incremental/verify.ts';
import { findCity } from '../src/source/cities.ts';
import { pullCity, type Pull } from '../src/source/pull.ts';
import type { ShapeFiles } from '../src/source/pull-geography.ts';
import { verifySite } from './differing-files.ts';

const project = path.resolve(import.meta.dirname, '..');

/** A row or permit as the city's API gives it. */
export type ApiRow = Record<string, string>;

export interface Tables {
  readonly schedule: readonly ApiRow[];
  readonly permits: readonly ApiRow[];
  readonly asOf: string;
  /** Files with neighbourhoods and streets; none unless given. */
  readonly shapes?: ShapeFiles;
}

/** The bundled sample's neighbourhoods and streets. */
export const sampleShapes: ShapeFiles = Object.fromEntries(
  ['neighborhoods', 'streets'].map((kind) => [kind, path.join(project, 'data', 'sample', `${kind}.json`)]),
);

/** This project's site in a temporary folder of its own: its code may be edited, its data is whatever is pulled. */
export interface SiteCopy {
  readonly root: string;
  readonly out: string;
  readonly state: string;
  /** What a build of it is told, with the data and the environment as they are now. */
  options(): BuildOptions;
  pull(tables: Tables): Promise<Pull>;
  build(over?: Partial<BuildOptions>): Promise<BuildReport>;
  verify(): Promise<Difference[]>;
  editCode(file: string, edit: (source: string) => string): void;
  remove(): void;
}

const code = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'];

export function siteCopy(): SiteCopy {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'site-copy-'));
  for (const part of code) fs.cpSync(path.join(project, part), path.join(root, part), { recursive: true });
  fs.symlinkSync(path.join(project, 'node_modules'), path.join(root, 'node_modules'));
  const [out, state] = [path.join(root, 'out'), path.join(root, 'state')];
  const options = (): BuildOptions => ({
    ...siteOptions({ out, state, workers: 1 }),
    root,
    cache: path.join(root, 'cache', 'compiled'),
    memory: path.join(root, 'memory'),
  });
  return {
    root,
    out,
    state,
    options,
    pull: (tables) => pullTables(root, state, tables),
    build: (over) => build({ ...options(), ...over }),
    verify: () => verifySite(options()),
    editCode: (file, edit) => {
      const at = path.join(root, file);
      fs.writeFileSync(at, edit(fs.readFileSync(at, 'utf8')));
    },
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
}

function pullTables(folder: string, stateDir: string, tables: Tables): Promise<Pull> {
  const { schedule, permits, asOf, shapes = {} } = tables;
  const files = { schedule: path.join(folder, 'schedule.json'), permits: path.join(folder, 'permits.json') };
  fs.writeFileSync(files.schedule, JSON.stringify(schedule));
  fs.writeFileSync(files.permits, JSON.stringify(permits));
  return pullCity({
    city: findCity('sf'),
    from: { source: 'file', ...files },
    stateDir,
    asOf,
    shapes,
    accept: true,
  });
}
