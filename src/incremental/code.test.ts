import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tinySite, type TinySite } from '../../test/tiny-site.ts';
import { codeDigest } from './code.ts';

let site: TinySite;
const digestNow = () =>
  codeDigest({
    root: site.root,
    paths: ['src', 'public', 'astro.config.mjs', 'missing'],
    environment: ['TINY_ADDRESS'],
  });

beforeEach(() => (site = tinySite()));
afterEach(() => {
  delete process.env.TINY_ADDRESS;
  site.remove();
});

function check(change: () => void, isSame: boolean): void {
  const before = digestNow();
  change();
  expect(digestNow() === before).toBe(isSame);
}

describe('codeDigest', () => {
  it('stays when nothing changed', () => check(() => undefined, true));
  it('stays when a file is only touched', () =>
    check(() => fs.utimesSync(`${site.root}/src/data.ts`, new Date(), new Date()), true));
  it('stays when a test changed', () =>
    check(() => fs.writeFileSync(`${site.root}/src/data.test.ts`, '1'), true));
  it('changes with a source', () => check(() => site.editCode('src/data.ts', (text) => `${text} `), false));
  it('changes with a public file', () =>
    check(() => site.editCode('public/robots.txt', (text) => `${text} `), false));
  it('changes with the configuration', () =>
    check(() => site.editCode('astro.config.mjs', (text) => `${text} `), false));
  it('changes when a file is renamed', () =>
    check(() => fs.renameSync(`${site.root}/src/data.ts`, `${site.root}/src/other.ts`), false));
  it('changes with a setting the configuration reads', () =>
    check(() => (process.env.TINY_ADDRESS = 'x'), false));
});
