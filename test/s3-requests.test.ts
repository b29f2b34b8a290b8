import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaseFile, pointerFile } from '../src/publish/pointer.ts';
import { generation, publishTo, writeBuilt } from './publish-site.ts';
import { lacking, startBucketSite, type BucketSite } from './s3-site.ts';

const size = 30;
let site: BucketSite;
beforeEach(async () => void (site = await startBucketSite(size)));
afterEach(() => site.close());

/** What was asked of the store during the work, as "METHOD key". */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = site.server.received.length;
  await work();
  return site.server.received.slice(before).map((line) => line.replace(/ \/[^/?]+\/?/, ' '));
}

describe('a publish to a bucket', () => {
  it('stores every file as it was built', async () => {
    const { check } = await publishTo(site.publisher(), site.distOf(1));
    expect({ unlike: site.unlike(1), missing: check.missing }).toEqual({ unlike: [], missing: [] });
  });

  it('takes four requests when nothing changed', async () => {
    await publishTo(site.publisher(), site.distOf(1));
    expect(await requestsOf(() => publishTo(site.publisher(), site.distOf(1)))).toEqual([
      `GET ${leaseFile}`,
      `PUT ${leaseFile}`,
      `GET ${pointerFile}`,
      `PUT ${leaseFile}`,
    ]);
  });

  it('puts what is named before what names it, and asks for no listing and no head', async () => {
    await publishTo(site.publisher(), site.distOf(1));
    const { pages, script } = generation(1, size);
    writeBuilt(site.distOf(1), { pages: { ...pages, '/a/p3/': 'new' }, script });
    const asked = await requestsOf(() => publishTo(site.publisher(), site.distOf(1), { sampleSize: 1 }));
    expect(asked.slice(0, 3)).toEqual([`GET ${leaseFile}`, `PUT ${leaseFile}`, `GET ${pointerFile}`]);
    expect(asked.filter((line) => line.startsWith('PUT'))).toEqual([
      `PUT ${leaseFile}`,
      `PUT ${pointerFile}`,
      'PUT a/p3.json',
      'PUT a/p3/index.html',
      expect.stringMatching(/^PUT \.well-known\/curbside\/(manifest|shards)/),
      expect.stringMatching(/^PUT \.well-known\/curbside\/(manifest|shards)/),
      `PUT ${pointerFile}`,
      `PUT ${leaseFile}`,
    ]);
    expect(asked.filter((line) => /^(HEAD|POST|DELETE)|list-type/.test(line))).toEqual([]);
  });

  it('shows at no request a page without what it names', async () => {
    const found: string[] = [];
    site.server.meanwhile = () => void found.push(...lacking(site.bucket));
    for (const n of [1, 2, 3, 1]) await publishTo(site.publisher(), site.distOf(n));
    expect([...found, ...lacking(site.bucket)]).toEqual([]);
  });

  it('leaves a bucket alone in which somebody else’s files lie', async () => {
    const foreign = { content: Buffer.from('mine'), headers: {}, etag: 'x', modifiedAt: 0 };
    site.bucket.set('backup/2026.tar', foreign);
    const refused = publishTo(site.publisher(), site.distOf(1));
    await expect(refused).rejects.toMatchObject({ code: 'TARGET_NOT_OURS' });
    expect([...site.bucket.keys()].sort()).toEqual([leaseFile, 'backup/2026.tar'].sort());
  });
});
