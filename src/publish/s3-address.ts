import { Failure } from '../failure.ts';
import { encodings, type Encoding } from './compress.ts';

/** Where a bucket is, and where in it the site lies. */
export interface S3Address {
  readonly bucket: string;
  /** "" or a folder with its "/": put before every path. */
  readonly prefix: string;
  /** Null for AWS itself. */
  readonly endpoint: string | null;
  /** Null when the environment says it. */
  readonly region: string | null;
  /** How texts are stored; null for plain. */
  readonly compress: Encoding | null;
}

const parameters = ['endpoint', 'region', 'compress'];

/**
 * Reads `s3://BUCKET[/PREFIX]?endpoint=https://store.example&region=eu-west-1&compress=br`. A store with an endpoint of its own gets
 * the region "us-east-1" unless another is given, which is what stores without regions expect. Plain http is allowed:
 * requests are signed together with their bodies.
 */
export function parseS3Address(text: string): S3Address {
  const url = URL.canParse(text) ? new URL(text) : null;
  const unknown = [...(url?.searchParams.keys() ?? [])].find((name) => !parameters.includes(name));
  if (url?.protocol !== 's3:' || url.username !== '' || url.password !== '' || url.hash !== '')
    throw wrongAddress(text, 'it is no address of a bucket');
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname) || url.port !== '')
    throw wrongAddress(text, `"${url.host}" is no name of a bucket`);
  if (unknown !== undefined) throw wrongAddress(text, `it has the parameter "${unknown}"`);
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !/^https?:\/\/[^/?#]+\/?$/.test(endpoint))
    throw wrongAddress(text, `"${endpoint}" is no http or https origin`);
  const compress = url.searchParams.get('compress');
  if (compress !== null && !isEncoding(compress))
    throw wrongAddress(text, `"${compress}" is no compression that it knows`);
  const folder = decoded(url.pathname, text).replace(/^\/+|\/+$/g, '');
  return {
    bucket: url.hostname,
    prefix: folder === '' ? '' : `${folder}/`,
    endpoint,
    region: url.searchParams.get('region') ?? (endpoint === null ? null : 'us-east-1'),
    compress,
  };
}

function decoded(pathname: string, text: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    throw wrongAddress(text, 'its "%" stand for no characters');
  }
}

/** The address as messages name it: "s3://bucket/prefix". */
export function nameOf({ bucket, prefix }: S3Address): string {
  return `s3://${bucket}/${prefix}`.replace(/\/$/, '');
}

function isEncoding(text: string): text is Encoding {
  return encodings.some((encoding) => encoding === text);
}

function wrongAddress(text: string, why: string): Failure {
  return new Failure('TARGET_ADDRESS', `The target ${text} cannot be used: ${why}.`, {
    hint: 'Write it as s3://BUCKET, s3://BUCKET/PREFIX or s3://BUCKET?endpoint=https://store.example&region=eu-west-1&compress=br. Credentials come from the environment.',
  });
}
