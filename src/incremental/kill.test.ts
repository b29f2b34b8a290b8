import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSameFiles } from '../../test/differing-files.ts';
import { readTree, tinySite, type TinyData, type TinySite } from '../../test/tiny-site.ts';
import { build } from './build.ts';

const buildProcess = fileURLToPath(new URL('../../test/tiny-build.ts', import.meta.url));
const rounds = 40;

let site: TinySite;
beforeAll(() => (site = tinySite()));
afterAll(() => site.remove());

/** 150 pages; a third of them differ between two generations, and some come and go. */
function generation(n: number): TinyData {
  const texts = Array.from({ length: 150 }, (_, i) => [`p${i}`, i % 3 === 0 ? `text ${n}` : 'same'] as const);
  return { a: Object.fromEntries(texts.filter(([slug], i) => slug === 'p0' || i % 10 !== n % 10)) };
}

/** Starts a build and kills it `delayMs` after it began to run; says whether it was killed before it ended by itself. */
async function killBuildAfter(delayMs: number): Promise<boolean> {
  const child = spawn(process.execPath, [buildProcess, site.root], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delayMs));
  const signal = await new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
  return signal === 'SIGKILL';
}

describe('a build killed at any moment', () => {
  it(`is healed by the next, ${rounds} times, also when the data went back meanwhile`, async () => {
    site.writeData(generation(0));
    await build(site.options());
    let kills = 0;
    for (let round = 1; round <= rounds; round++) {
      site.writeData(generation(round));
      // From before the first read to after the last write: a build of this size takes about 120 ms.
      if (await killBuildAfter((round / rounds) * 150)) kills++;
      if (round % 2 === 0) site.writeData(generation(round - 1));
      await build(site.options());
      const healed = readTree(site.out);
      await build({ ...site.options(), out: `${site.root}/clean${round}` });
      expectSameFiles(healed, readTree(`${site.root}/clean${round}`));
      expect(Object.keys(healed).some((file) => file.includes('unfinished'))).toBe(false);
    }
    expect(kills).toBeGreaterThan(rounds / 2);
  }, 120_000);
});
