import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong: an error of the store as it writes them, half of the right answer, or one in which the value has lost its quotes. */
export type SecretMishap =
  | { readonly status: number; readonly type: string; readonly message?: string }
  | 'cut'
  | 'not-json'
  | 'hang-up';

/** One request as it came. */
export interface SecretRequest {
  readonly method: string;
  readonly target: string;
  readonly type: string;
  /** Id of the key it was signed with. */
  readonly key: string;
  /** What it was signed for: "eu-west-1/secretsmanager". */
  readonly scope: string;
  readonly body: unknown;
}

/** GetSecretValue of AWS Secrets Manager on this machine, in JSON 1.1 as its reference describes it. */
export interface SecretServer {
  readonly origin: string;
  /** Id → text; null for a secret that holds bytes. */
  readonly secrets: Map<string, string | null>;
  /** What goes wrong with the next answers, in order. */
  readonly mishaps: SecretMishap[];
  readonly received: SecretRequest[];
  /** The variables with which the SDK comes here. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts a store without a secret on a free port of the loopback address. */
export async function startSecretServer(): Promise<SecretServer> {
  const secrets: SecretServer['secrets'] = new Map();
  const mishaps: SecretMishap[] = [];
  const received: SecretRequest[] = [];
  const server = http.createServer((request, response) => {
    void readBody(request).then((text) => {
      received.push(requestFrom(request, text));
      const mishap = mishaps.shift();
      if (mishap === 'hang-up') return request.socket.destroy();
      const [status, body] =
        typeof mishap === 'object' ? errorOf(mishap) : valueOf(secrets, received.at(-1)!);
      const answer = JSON.stringify(body);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'r' });
      if (mishap === 'not-json') return response.end(answer.replace(/("SecretString":)"(.*?)"/, '$1$2'));
      return response.end(mishap === 'cut' ? answer.slice(0, -20) : answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: origin,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'fake',
    AWS_SECRET_ACCESS_KEY: 'fake',
    AWS_SESSION_TOKEN: 'fake',
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, secrets, mishaps, received, env, close };
}

function requestFrom({ method = '', headers }: http.IncomingMessage, text: string): SecretRequest {
  const credential = /Credential=(\w+)\/\d+\/([\w-]+\/\w+)\/aws4_request/;
  const [, key = '', scope = ''] = credential.exec(headers.authorization ?? '') ?? [];
  return {
    method,
    target: String(headers['x-amz-target']),
    type: headers['content-type'] ?? '',
    key,
    scope,
    body: JSON.parse(text) as unknown,
  };
}

function valueOf(secrets: SecretServer['secrets'], { body }: SecretRequest): [number, unknown] {
  const { SecretId: id } = body as { SecretId: string };
  const text = secrets.get(id);
  if (text === undefined) {
    const message = "Secrets Manager can't find the specified secret.";
    return errorOf({ status: 400, type: 'ResourceNotFoundException', message });
  }
  const facts = {
    ARN: `arn:aws:secretsmanager:eu-west-1:1:secret:${id}`,
    Name: id,
    VersionStages: ['AWSCURRENT'],
  };
  return [200, { ...facts, ...(text === null ? { SecretBinary: 'AAAA' } : { SecretString: text }) }];
}

function errorOf({ status, type, message = 'scripted' }: Exclude<SecretMishap, string>): [number, unknown] {
  return [status, { __type: type, Message: message }];
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
