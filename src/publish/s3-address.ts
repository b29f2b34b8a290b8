import { Failure } from '../failure.ts';

/** Where a bucket is, and where in it the site lies. */
export interface S3Address {
  readonly bucket: string;
  /** "" or a folder with its "/": put before every path. */
  readonly prefix: string;
  /** Null for AWS itself. */
  readonly endpoint: string | null;
  /** Null when the environment says it. */
  readonly region: string | null;
}

/**
 * Reads `s3://BUCKET[/PREFIX]?endpoint=https://store.example&region=eu-west-1`. A store with an endpoint of its own gets
 * the region "us-east-1" unless another is given, which is what stores without regions expect. Plain http is allowed:
 * requests are signed together with their bodies.
 */
export function parseS3Address(text: string): S3Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  const parameters = [...(url?.searchParams.keys() ?? [])];
  const unknown = parameters.find((name) => name !== 'endpoint' && name !== 'region');
  if (url?.protocol !== 's3:' || url.username !== '' || url.password !== '' || url.hash !== '')
    throw wrongAddress(text, 'it is no address of a bucket');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname) || url.port !== '')
    throw wrongAddress(text, `"${url.host}" is no name of a bucket`);
  if (unknown !== undefined) throw wrongAddress(text, `it has the parameter "${unknown}"`);
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !/^https?:\/\/[^/?#]+\/?$/.test(endpoint))
    throw wrongAddress(text, `"${endpoint}" is no http or https origin`);
  const folder = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  return {
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint,
    region: url.searchParams.get('region') ?? (endpoint === null ? null : 'us-east-1'),
  };
}

/** The address as messages name it: "s3://bucket/prefix". */
export function nameOf({ bucket, prefix }: S3Address): string {
  return `s3://${bucket}/${prefix}`.replace(/\/$/, '');
}

function wrongAddress(text: string, why: string): Failure {
  return new Failure('TARGET_ADDRESS', `The target ${text} cannot be used: ${why}.`, {
    hint: 'Write it as s3://BUCKET, s3://BUCKET/PREFIX or s3://BUCKET?endpoint=https://store.example&region=eu-west-1. Credentials come from the environment.',
  });
}
