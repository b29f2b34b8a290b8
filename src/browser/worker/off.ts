// The kill switch: takes the place of the worker at once, deletes what that kept, and leaves nothing behind. Pages ask the
// network from then on, as if there had never been one.
import { own } from './release.ts';

interface Off {
  readonly registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
}
interface LateEvent {
  waitUntil(work: Promise<unknown>): void;
}
const worker = self as unknown as Off;

async function forget(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
}

async function leave(): Promise<void> {
  await forget();
  await worker.registration.unregister();
}

const acts = { install: () => worker.skipWaiting(), message: () => worker.skipWaiting(), activate: leave };
for (const [name, act] of Object.entries(acts))
  addEventListener(name, (event) => (event as unknown as LateEvent).waitUntil(act()));
