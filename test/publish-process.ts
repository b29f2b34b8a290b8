// Run as a process by tests that kill it: `node publish-process.ts FOLDER DIST` publishes to a folder, and without DIST
// goes back to the release before.
import { setImmediate as turn } from 'node:timers/promises';
import { folderTarget } from '../src/publish/folder.ts';
import { rollback } from '../src/publish/rollback.ts';
import type { Lease, Target } from '../src/publish/target.ts';
import { publishTo } from './publish-site.ts';

const [folder, dist] = process.argv.slice(2) as [string, string?];

/** Lets the system breathe between two calls, so that a kill can fall between any two of them. */
function unhurried(target: Target): Target {
  const lease = async () => {
    const inner = await target.lease();
    const put: Lease['put'] = async (...args) => {
      await turn();
      return inner.put(...args);
    };
    return { ...inner, put };
  };
  return { name: target.name, lease };
}

process.stdout.write('started');
if (dist === undefined) rollback(folder, null);
else await publishTo(unhurried(folderTarget(folder)), dist);
