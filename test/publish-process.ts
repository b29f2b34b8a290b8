// Run as a process by tests that kill it: `node publish-process.ts TARGET DIST` publishes, and without DIST goes back to
// the release before.
import { setImmediate as turn } from 'node:timers/promises';
import { rollback } from '../src/publish/rollback.ts';
import { folderNamed, targetNamed } from '../src/publish/target-name.ts';
import type { Lease, Target } from '../src/publish/target.ts';
import { publishTo } from './publish-site.ts';

const [name, dist] = process.argv.slice(2) as [string, string?];

/** Lets the system breathe between two calls, so that a kill can fall between any two of them. */
function unhurried(target: Target): Target {
  const lease = async () => {
    const held = await target.lease();
    const put = held.put.bind(held);
    return Object.assign(held, {
      put: async (...args: Parameters<Lease['put']>) => {
        await turn();
        await put(...args);
      },
    });
  };
  return { ...target, lease };
}

const target = await targetNamed(name);
process.stdout.write('started');
if (dist === undefined) await rollback(folderNamed(name)!, null);
else await publishTo(unhurried(target), dist);
