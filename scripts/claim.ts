import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeFileAtomic } from '../src/disk.ts';
import { claimFrom, type Claim } from './claim/claim.ts';
import { exitCodes, runCommand, UsageError } from './command.ts';

const usage = `Usage: npm run claim -- --body FILE --out DIR

Reads the body of an issue in which an owner claims a truck, and checks it as the file of content that it becomes.
Writes into DIR: answer.md, which says in plain words what is wrong or what comes next, and, when nothing is wrong,
trucks/<city>-<truck>.yaml. Nothing else is read, and nothing is fetched.

  --body FILE  the issue's body
  --out DIR    where to write; made when it is missing

Exit codes: 0 done, whatever the claim is like, 1 failure, 2 usage.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      body: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const { body, out } = values;
  if (body === undefined || out === undefined) throw new UsageError('Name --body and --out.', usage);
  const claim = claimFrom(await fs.promises.readFile(body, 'utf8'));
  writeFileAtomic(path.join(out, 'answer.md'), answerTo(claim));
  if ('file' in claim) writeFileAtomic(path.join(out, 'trucks', claim.file), claim.yaml);
  console.log('file' in claim ? `A file for ${claim.file}.` : `${claim.faults.length} faults.`);
  return exitCodes.done;
}, usage);

/** What is said on the issue. Faults quote nothing that was written there, and are fenced: they can mention nobody. */
function answerTo(claim: Claim): string {
  if ('faults' in claim) {
    const lines = claim.faults.map((fault) => `- ${fault.replaceAll('`', '')}`);
    return `Thank you. This cannot be shown yet:\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n\nEdit the text above, and it is read again.\n`;
  }
  const photo = claim.hasPhoto ? ' They add your picture as well.' : '';
  return `Thank you. Everything can be read. A maintainer looks at it, and whether the truck is yours; then it is shown.${photo}\n`;
}
