import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { freePort, runProgram, startServer } from './server-process.ts';

const listening = (port: number) =>
  `require('http').createServer((q, r) => r.end(String(process.ppid))).listen(${port}, '127.0.0.1')`;
/** A program that starts another one, which listens; neither ends by itself. */
const parent = (port: number) =>
  `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(listening(port))}]); setInterval(() => {}, 1e9)`;

describe('startServer', () => {
  it('waits until the program listens, and ends its children with it', async () => {
    const port = await freePort();
    const server = await startServer([process.execPath, '-e', parent(port)], port);
    expect((await ask(server.origin, '/')).body.toString()).toBe(String(server.pid));
    await server.kill();
    await expect(ask(server.origin, '/')).rejects.toThrow('ECONNREFUSED');
    await server.kill();
  });

  it('fails with the words of a program that ends or is not there', async () => {
    const port = await freePort();
    const broken = [process.execPath, '-e', 'throw new Error("such is life")'] as const;
    await expect(startServer([...broken], port)).rejects.toThrow('such is life');
    await expect(startServer(['/no/such/program'], port)).rejects.toThrow('ENOENT');
  });

  it.each(['process.exit(1)', 'throw new Error()', 'process.kill(process.pid, "SIGTERM")'])(
    'leaves nothing behind after %s',
    async (end) => {
      const port = await freePort();
      const module = path.join(import.meta.dirname, 'server-process.ts');
      const code = `
        process.once('SIGTERM', () => process.exit(143));
        const { startServer } = await import(${JSON.stringify(module)});
        const command = [process.execPath, '-e', ${JSON.stringify(parent(port))}];
        console.log((await startServer(command, ${port})).pid);
        ${end};`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
      let printed = '';
      child.stdout.on('data', (chunk) => (printed += String(chunk)));
      expect(await new Promise((resolve) => child.on('close', resolve))).not.toBe(0);
      expect(printed).toMatch(/^\d+\n$/);
      const answers = () =>
        ask(`http://127.0.0.1:${port}`, '/').then(
          () => true,
          () => false,
        );
      await expect.poll(answers, { timeout: 10_000 }).toBe(false);
    },
  );
});

describe('runProgram', () => {
  it('gives what was printed, or fails with it', async () => {
    expect(await runProgram([process.execPath, '-p', '1 + 1'])).toBe('2\n');
    await expect(runProgram([process.execPath, '-e', 'console.log("no"); process.exit(3)'])).rejects.toThrow(
      'ended with 3:\nno',
    );
  });
});
