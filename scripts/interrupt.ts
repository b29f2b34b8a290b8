import { exitCodeOf, Interrupted } from './command.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;
/** Within this time a signal is the one before: npm passes on the Ctrl-C that the terminal has sent to all. */
const sameMs = 500;

/**
 * Given when the process is asked to end, with an `Interrupted` as its reason; being asked once more ends the process at
 * once. `consequence` goes on with "Stopped by SIGINT".
 */
export function stopSignal(consequence: string): AbortSignal {
  const controller = new AbortController();
  let first: { readonly signal: NodeJS.Signals; readonly at: number } | null = null;
  const stop = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (first === null) {
      first = { signal, at: now };
      controller.abort(new Interrupted(signal, `Stopped by ${signal}${consequence}`));
    } else if (signal !== first.signal || now - first.at > sameMs) {
      process.exit(exitCodeOf(signal));
    }
  };
  for (const signal of signals) process.on(signal, stop);
  return controller.signal;
}

/** Waits until the process is asked to end (Ctrl-C), which for a server is a success. */
export function untilInterrupted(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      process.once(signal, () => {
        resolve(0);
        setImmediate(() => process.exit(0));
      });
    }
  });
}
