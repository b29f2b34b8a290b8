import { parseArgs } from 'node:util';
import { exitCodes, runCommand } from '../command.ts';
import { keepState } from './published-state.ts';

const usage = `Usage: node scripts/refresh/keep.ts [--state DIR] [--out dist]

Puts the state beside the pages made from it, as files of the site, where the next run finds it (recall.ts).

Exit codes: 0 done, 1 failure, 2 usage.`;

await runCommand(() => {
  const { values } = parseArgs({
    options: {
      state: { type: 'string', default: '.curbside' },
      out: { type: 'string', default: 'dist' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(usage);
  else console.log(`Kept with the site: ${keepState(values.state, values.out).join(', ')}.`);
  return Promise.resolve(exitCodes.done);
}, usage);
