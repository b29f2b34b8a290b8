// Run as a process by tests that kill it: `node tiny-build.ts ROOT` builds the tiny site in ROOT.
import path from 'node:path';
import { build } from '../src/incremental/build.ts';
import { tinyOptions } from './tiny-site.ts';

const root = process.argv[2]!;
process.env.TINY_DATA = path.join(root, 'data.json');
process.stdout.write('started');
await build({ ...tinyOptions(root), threads: Number(process.argv[3] ?? 1) });
