import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** The city's API on this machine, as far as a token is concerned. */
export interface FakeCity {
  readonly address: string;
  readonly tokens: Set<string>;
  /** Tokens that came, in order. */
  readonly asked: string[];
  /** Answers everything with this status; null is normal again. */
  answerWith(status: number | null): void;
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback address; it refuses unknown tokens with 403. */
export async function startFakeCity(): Promise<FakeCity> {
  const tokens = new Set<string>();
  const asked: string[] = [];
  let forced: number | null = null;
  const server = http.createServer((request, response) => {
    const token = String(request.headers['x-app-token']);
    asked.push(token);
    response.writeHead(forced ?? (tokens.has(token) ? 200 : 403), { location: '/elsewhere' }).end('[]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rows.json?$limit=1`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address, tokens, asked, answerWith: (status) => (forced = status), close };
}
