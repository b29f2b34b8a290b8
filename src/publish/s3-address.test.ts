import { describe, expect, it } from 'vitest';
import { nameOf, parseS3Address } from './s3-address.ts';

describe('parseS3Address', () => {
  const plain = { prefix: '', endpoint: null, region: null, compress: null };

  it.each([
    ['s3://site', { ...plain, bucket: 'site' }],
    ['s3://site/', { ...plain, bucket: 'site' }],
    ['s3://site/a/b%20c/', { ...plain, bucket: 'site', prefix: 'a/b c/' }],
    ['s3://site?region=eu-west-1', { ...plain, bucket: 'site', region: 'eu-west-1' }],
    ['s3://site?compress=br', { ...plain, bucket: 'site', compress: 'br' }],
    [
      's3://my.site/x?endpoint=http://127.0.0.1:8000',
      { ...plain, bucket: 'my.site', prefix: 'x/', endpoint: 'http://127.0.0.1:8000', region: 'us-east-1' },
    ],
  ])('reads %s', (text, expected) => expect(parseS3Address(text)).toEqual(expected));

  it.each([
    'site',
    'https://site',
    's3://',
    's3://UPPER_case',
    's3://key:secret@site',
    's3://site?endpoint=ftp://x',
    's3://site?endpoint=https://x/path',
    's3://site?profile=me',
    's3://site?compress=zip',
    's3://site?compress=br,gzip',
    's3://site/%zz',
  ])('refuses %s', (text) => {
    expect(() => parseS3Address(text)).toThrow(expect.objectContaining({ code: 'TARGET_ADDRESS' }) as Error);
  });
});

describe('nameOf', () => {
  it.each([
    ['s3://site', 's3://site'],
    ['s3://site/a/b/?region=eu-west-1', 's3://site/a/b'],
  ])('names %s %s', (text, name) => expect(nameOf(parseS3Address(text))).toBe(name));
});
