import http from 'node:http';
import type { AddressInfo } from 'node:net';

interface Version {
  readonly text: string;
  readonly createdAt: number;
}

/** One secret of AWS Secrets Manager on this machine: its versions and their stages, in JSON 1.1 as the reference has it. */
export interface FakeSecret {
  readonly versions: Map<string, Version>;
  /** Version → stages. A version that is only announced has stages and no value. */
  readonly stages: Map<string, Set<string>>;
  /** What was asked, in order: "PutSecretValue". */
  readonly calls: string[];
  /** The next call of this name fails as a busy store does. */
  failOnce(call: string): void;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

type Body = Readonly<Record<string, string | undefined>> & { readonly VersionStages?: readonly string[] };
type Answer = Readonly<Record<string, unknown>>;

class Fault extends Error {}

/** Starts a store that holds one secret; `text` is in force as version "first", made on the given day. */
export async function startFakeSecret(text: string | null, createdAt: Date): Promise<FakeSecret> {
  const versions = new Map<string, Version>();
  const stages = new Map<string, Set<string>>();
  if (text !== null) {
    versions.set('first', { text, createdAt: createdAt.getTime() / 1000 });
    stages.set('first', new Set(['AWSCURRENT']));
  }
  const calls: string[] = [];
  let failing: string | null = null;
  const server = http.createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const call = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
      calls.push(call);
      const fails = failing === call;
      if (fails) failing = null;
      const [status, answer] = fails
        ? [400, { __type: 'InternalServiceError' }]
        : done(call, body, { versions, stages });
      response
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_MAX_ATTEMPTS: '1',
  };
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { versions, stages, calls, failOnce: (call) => (failing = call), env, close };
}

type State = Pick<FakeSecret, 'versions' | 'stages'>;

function done(call: string, body: Body, state: State): [number, Answer] {
  try {
    return [200, operations[call]!(body, state)];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [400, { __type: error.message, message: 'as the store says it' }];
  }
}

const operations: Readonly<Record<string, (body: Body, state: State) => Answer>> = {
  DescribeSecret: (_, { stages }) => ({
    RotationEnabled: true,
    VersionIdsToStages: Object.fromEntries([...stages].map(([id, borne]) => [id, [...borne]])),
  }),

  GetSecretValue: ({ VersionId, VersionStage = 'AWSCURRENT' }, { versions, stages }) => {
    const id = VersionId ?? bearer(stages, VersionStage) ?? '';
    const version = versions.get(id);
    if (version === undefined) throw new Fault('ResourceNotFoundException');
    const borne = [...(stages.get(id) ?? [])];
    return {
      VersionId: id,
      SecretString: version.text,
      CreatedDate: version.createdAt,
      VersionStages: borne,
    };
  },

  PutSecretValue: (
    { ClientRequestToken: id = '', SecretString: text = '', VersionStages = [] },
    { versions, stages },
  ) => {
    const known = versions.get(id);
    if (known !== undefined && known.text !== text) throw new Fault('ResourceExistsException');
    versions.set(id, known ?? { text, createdAt: Date.now() / 1000 });
    for (const stage of VersionStages) give(stages, stage, id);
    return { VersionId: id };
  },

  UpdateSecretVersionStage: (
    { VersionStage = '', MoveToVersionId: to = '', RemoveFromVersionId: from },
    { versions, stages },
  ) => {
    if (!versions.has(to)) throw new Fault('ResourceNotFoundException');
    const holder = bearer(stages, VersionStage);
    if (holder !== null && holder !== to && holder !== from) throw new Fault('InvalidParameterException');
    give(stages, VersionStage, to);
    if (VersionStage === 'AWSCURRENT' && holder !== null && holder !== to)
      give(stages, 'AWSPREVIOUS', holder);
    return {};
  },
};

function bearer(stages: FakeSecret['stages'], stage: string): string | null {
  return [...stages].find(([, borne]) => borne.has(stage))?.[0] ?? null;
}

/** A stage is on one version at a time. */
function give(stages: FakeSecret['stages'], stage: string, id: string): void {
  for (const borne of stages.values()) borne.delete(stage);
  stages.set(id, (stages.get(id) ?? new Set()).add(stage));
}

async function bodyOf(request: http.IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Body;
}
