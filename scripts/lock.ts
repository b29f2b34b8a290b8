// npm run lock: after a change of dependencies. A registry may hold a package's build for one platform before those for
// others; npm then leaves the missing ones out of the lock file, and `npm ci` refuses that file everywhere. Their names
// and versions are known all the same, so they are written in; whoever needs one fetches it then.
import fs from 'node:fs';
import path from 'node:path';
import { missingFromLock, type Lock } from './lock/missing.ts';
import { root } from './site.ts';

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8')) as Lock;
const missing = missingFromLock(lock);
const packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1)),
);
fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`${Object.keys(missing).length} packages of other platforms were written into the lock file.`);
