import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeFileAtomic } from '../src/disk.ts';
import { faultText } from '../src/content/fault.ts';
import { readContent } from '../src/content/read-content.ts';
import { exitCodes, runCommand } from './command.ts';

const usage = `Usage: npm run content -- [--content content] [--keep FILE] [--photos DIR]

Checks the files of owners and sponsors and their pictures, and lists every fault with its file, line and field.

  --content DIR  the folder to check (content)
  --keep FILE    write what may be shown as JSON, faults and all, and do not fail for a fault
  --photos DIR   keep the pictures there, in the sizes that pages show (nowhere)

Exit codes: 0 done, 1 failure or a fault in a file, 2 usage.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
      keep: { type: 'string' },
      photos: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const scratch = values.photos ?? fs.mkdtempSync(path.join(os.tmpdir(), 'curbside-photos-'));
  try {
    const content = await readContent(values.content, scratch);
    if (values.keep !== undefined) {
      writeFileAtomic(values.keep, JSON.stringify(content));
      return exitCodes.done;
    }
    for (const fault of content.faults) console.log(faultText(fault));
    console.log(
      `${content.owners.length} trucks with words of their owners; ${content.campaigns.length} campaigns; ${content.faults.length} faults`,
    );
    return content.faults.length === 0 ? exitCodes.done : exitCodes.failure;
  } finally {
    if (values.photos === undefined) fs.rmSync(scratch, { recursive: true });
  }
}, usage);
