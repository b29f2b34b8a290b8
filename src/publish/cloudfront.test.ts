import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloudFront } from './cloudfront.ts';

const credentials = { accessKeyId: 'fake', secretAccessKey: 'fake' };
const accepted = `<?xml version="1.0"?><Invalidation><Id>I1</Id><Status>InProgress</Status><CreateTime>2026-01-30T18:00:00Z</CreateTime><InvalidationBatch><Paths><Quantity>1</Quantity></Paths><CallerReference>x</CallerReference></InvalidationBatch></Invalidation>`;
const refused = (code: string) =>
  `<?xml version="1.0"?><ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;

interface Received {
  readonly url: string;
  readonly paths: string[];
  readonly reference: string;
}

const received: Received[] = [];
const answers: [number, string][] = [];
let server: http.Server;

beforeEach(async () => {
  received.length = 0;
  answers.length = 0;
  server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({
        url: `${request.method} ${request.url}`,
        paths: [...body.matchAll(/<Path>([^<]*)<\/Path>/g)].map(([, path]) => path ?? ''),
        reference: /<CallerReference>([^<]*)</.exec(body)?.[1] ?? '',
      });
      const [status, text] = answers.shift() ?? [201, accepted];
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const edges = () => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return cloudFront('E2ABC', { endpoint, credentials });
};

const order = (addresses: readonly string[], publish = 'one') => ({ addresses, publish });

describe('cloudFront', () => {
  it('purges all addresses with one request', async () => {
    await edges().purge(order(['/sf/friday/12/', '/sf/café/', '/sf/caf%C3%A9.json']));
    expect(received).toMatchObject([
      {
        url: 'POST /2020-05-31/distribution/E2ABC/invalidation',
        paths: ['/sf/friday/12/', '/sf/caf%C3%A9/', '/sf/caf%C3%A9.json'],
      },
    ]);
  });

  it('sends the same purge of the same publish under the same name, and others under others', async () => {
    const orders = [order(['/*'], 'one'), order(['/*'], 'one'), order(['/*'], 'two'), order(['/sf/'], 'two')];
    for (const one of orders) await edges().purge(one);
    const names = received.map(({ reference }) => reference);
    expect(names[1]).toBe(names[0]);
    expect(new Set(names).size).toBe(3);
  });

  it('asks again when CloudFront is busy, under the same name', async () => {
    answers.push([503, refused('ServiceUnavailable')]);
    await edges().purge(order(['/*']));
    expect(received.map(({ reference }) => reference)).toEqual([
      received[0]?.reference,
      received[0]?.reference,
    ]);
  });

  it('fails with PURGE_FAILED when it is refused', async () => {
    answers.push([404, refused('NoSuchDistribution')]);
    await expect(edges().purge(order(['/*']))).rejects.toMatchObject({
      code: 'PURGE_FAILED',
      message: expect.stringContaining('404 NoSuchDistribution') as string,
    });
  });
});
