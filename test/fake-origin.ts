import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server of this machine that answers as it is told and remembers what it was asked. */
export interface FakeOrigin {
  readonly port: number;
  /** How often its health was asked for. */
  looks: number;
  /** Whether it answers that question well. */
  isWell: boolean;
  /** What else it was asked so far. */
  readonly asked: IncomingMessage[];
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Ends it in the middle of whatever it does; `start` begins again on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts one on a free port. Servers before it ask for its health at `/status.json` or the head of `/`. */
export async function fakeOrigin(answer: FakeOrigin['answer']): Promise<FakeOrigin> {
  let server: http.Server;
  const listen = async (port: number) => {
    server = http.createServer((request, response) => {
      if (request.url === '/status.json' || (request.url === '/' && request.method === 'HEAD'))
        return void response.writeHead(origin.isWell ? 200 : 503).end(`${++origin.looks}`);
      origin.asked.push(request);
      origin.answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  const origin: FakeOrigin = {
    port: 0,
    looks: 0,
    isWell: true,
    asked: [],
    answer,
    start: async () => void (await listen(origin.port)),
    stop: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
  return Object.assign(origin, { port: await listen(0) });
}
