/** Waits until the process is asked to end (Ctrl-C), which for a server is a success. */
export function untilInterrupted(): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve(0);
        setImmediate(() => process.exit(0));
      });
    }
  });
}
