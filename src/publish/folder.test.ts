import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describeTarget } from '../../test/target-contract.ts';
import { folderDefaults, folderTarget } from './folder.ts';
import { pointerFile } from './pointer.ts';

describeTarget('a folder', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'folder-target-'));
  let clock = Date.parse('2026-11-22T12:00:00Z');
  return {
    open: () => folderTarget(root, { ...folderDefaults, now: () => clock }),
    expire: () => void (clock += folderDefaults.leaseMs + 1),
    damage: () => {
      const file = path.join(root, 'current', pointerFile);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('a.html', 'b.html'));
    },
    remove: () => fs.rmSync(root, { recursive: true, force: true }),
  };
});
