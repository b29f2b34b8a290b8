import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../workflow-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Who asks there is told of the built sample, when it is built. */
    readonly sampleAddress: string;
  }
}

/**
 * One build of the sample for all suites that look at built pages, made when the first of them asks, in a process of its own
 * so that the runner stays free.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sample-'));
  const site = await serveFolder(path.join(folder, 'out'));
  let building: Promise<string> | null = null;
  const door = http.createServer((_, response) => {
    building ??= buildInto(folder);
    building.then(
      () => response.end(JSON.stringify({ out: site.folder, origin: site.origin })),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('sampleAddress', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    await new Promise((resolve) => door.close(resolve).closeAllConnections());
    await site.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}

function buildInto(folder: string): Promise<string> {
  const script = path.join(import.meta.dirname, 'sample-build.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += String(text)));
  child.stderr.on('data', (text: Buffer) => (said += String(text)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`The sample was not built:\n${said}`)),
    );
  });
}
