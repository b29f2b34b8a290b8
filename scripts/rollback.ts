import { parseArgs } from 'node:util';
import { folderDefaults } from '../src/publish/folder.ts';
import { listReleases, rollback, type KeptRelease } from '../src/publish/rollback.ts';
import { folderNamed } from '../src/publish/target-name.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';
import { stopSignal } from './interrupt.ts';

const usage = `Usage: npm run rollback -- --to folder:PATH [--release ID] [--list]

Puts an earlier release of a folder in force again, at once.

  --to folder:PATH  the target
  --release ID      the release, or the beginning of its id (the one before the current)
  --list            print the releases that are kept, and change nothing

A bucket keeps no releases: build the earlier state again and publish it.
Exit codes: 0 done, 1 failure, 2 usage, 130 and 143 stopped by a signal.`;

await runCommand(async () => {
  const { values } = parseArgs({
    strict: true,
    options: {
      to: { type: 'string', default: '' },
      release: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const folder = folderNamed(values.to);
  if (folder === null) throw new UsageError('Name a folder with --to folder:PATH.', usage);
  const lines = values.list
    ? listReleases(folder).map(releaseLine)
    : [await rollBack(folder, values.release)];
  for (const line of lines) console.log(line);
  return exitCodes.done;
}, usage);

async function rollBack(folder: string, release: string | undefined): Promise<string> {
  const began = performance.now();
  const signal = stopSignal('; the release in force is the one it was.');
  const { from, to, carried } = await rollback(folder, release ?? null, { ...folderDefaults, signal });
  if (from === to) return `${to} is in force already.`;
  const kept = carried === 0 ? '' : `; ${carried} files of the other stay for open pages`;
  return `${to} is in force in place of ${from}${kept}; ${((performance.now() - began) / 1000).toFixed(1)} s`;
}

function releaseLine({ id, publishedAt, files, isCurrent }: KeptRelease): string {
  const facts = publishedAt === null ? 'damaged' : `${publishedAt}  ${files.toLocaleString('en')} files`;
  return `${isCurrent ? '→' : ' '} ${id}  ${facts}`;
}
