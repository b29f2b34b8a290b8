// Loaded into a process with `--import` by tests that end it: sends SIGNAL to the process itself right before its change
// number SIGNAL_AT of the disk. A SIGKILL falls exactly there; other signals are heard when the process next waits.
import fs from 'node:fs';

const at = Number(process.env['SIGNAL_AT']);
const signal = process.env['SIGNAL'] as NodeJS.Signals;
let changes = 0;

const names = [
  'copyFileSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'symlinkSync',
  'writeFileSync',
] as const;
for (const name of names) {
  const change = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      if (++changes === at) process.kill(process.pid, signal);
      return change(...args);
    },
  });
}
