import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeTarget, type TargetCase } from '../../test/target-contract.ts';
import { encodings } from './compress.ts';
import { folderDefaults, folderTarget } from './folder.ts';
import { pointerFile } from './pointer.ts';
import { precompressed } from './precompress.ts';
import type { Target } from './target.ts';

describeTarget('a folder', () => folderCase((target) => target));
describeTarget('a folder with compressed copies', () =>
  folderCase((target) => precompressed(target, encodings)),
);

function folderCase(wrapped: (target: Target) => Target): TargetCase {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folder-target-'));
  const root = path.join(folder, 'web');
  let clock = Date.parse('2026-11-22T12:00:00Z');
  return {
    open: () => wrapped(folderTarget(root, { ...folderDefaults, now: () => clock })),
    expire: () => void (clock += folderDefaults.leaseMs + 1),
    damage: () => {
      const file = path.join(root, 'current', pointerFile);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('a.html', 'b.html'));
    },
    everything: () =>
      fs.existsSync(root) ? fs.readdirSync(root, { recursive: true, encoding: 'utf8' }) : null,
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
