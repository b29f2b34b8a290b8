import { parseArgs } from 'node:util';
import { codeDigest } from '../../src/incremental/code.ts';
import { listCurrent } from '../../src/source/state.ts';
import { reportToActions } from '../actions.ts';
import { exitCodes, runCommand } from '../command.ts';
import { siteOptions } from '../site.ts';
import { recalledStatus } from './published-state.ts';
import { reasonsToPublish } from './reasons.ts';

const usage = `Usage: node scripts/refresh/due.ts [--state DIR] [--full]

Says whether the site has to be built and published again, and why. Step outputs: due, why.

  --state DIR  where snapshots live, and what recall.ts found (.curbside)
  --full       it has to, whatever is published

Exit codes: 0 done, 1 failure, 2 usage.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      state: { type: 'string', default: '.curbside' },
      full: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return exitCodes.done;
  }
  const { root, codePaths, codeEnvironment, content } = siteOptions({ state: values.state, out: 'dist' });
  const code = codeDigest({ root, paths: codePaths, environment: codeEnvironment });
  const reasons = reasonsToPublish(recalledStatus(values.state), {
    code,
    cities: listCurrent(values.state),
    content: content.digests,
    now: new Date(),
  });
  const all = values.full ? ['a full rebuild is asked for', ...reasons] : reasons;
  const why = all.join('; ') || 'nothing changed';
  console.log(all.length > 0 ? `To be published: ${why}.` : 'Nothing changed: what is published stays.');
  await reportToActions({
    title: 'Is there anything to publish?',
    outputs: { due: all.length > 0, why },
    tables: [{ heading: all.length > 0 ? 'Yes' : 'No', rows: [['because'], [why]] }],
    warnings: [],
    errors: [],
  });
  return exitCodes.done;
}, usage);
