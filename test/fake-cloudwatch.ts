import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One datum as it came. */
export interface Datum {
  readonly MetricName: string;
  readonly Value: number;
  readonly Unit: string;
  readonly Timestamp: number;
}

/** PutMetricData of AWS CloudWatch on this machine, in JSON 1.0 as its reference describes it. */
export interface CloudWatchServer {
  readonly received: { readonly target: string; readonly Namespace: string; readonly MetricData: Datum[] }[];
  /** Answers everything with this error of the store; null is normal again. */
  failWith(type: string | null): void;
  /** The variables with which the SDK comes here. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts one on a free port of the loopback address. */
export async function startCloudWatchServer(): Promise<CloudWatchServer> {
  const received: CloudWatchServer['received'] = [];
  let fault: string | null = null;
  const server = http.createServer((request, response) => {
    void bodyOf(request).then((text) => {
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      if (fault !== null) {
        response.writeHead(400).end(JSON.stringify({ __type: fault, message: 'scripted' }));
        return;
      }
      const body = JSON.parse(text) as { Namespace: string; MetricData: Datum[] };
      received.push({ target: String(request.headers['x-amz-target']), ...body });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    AWS_ENDPOINT_URL_CLOUDWATCH: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'fake',
    AWS_SECRET_ACCESS_KEY: 'fake',
    AWS_SESSION_TOKEN: 'fake',
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { received, failWith: (type) => (fault = type), env, close };
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
