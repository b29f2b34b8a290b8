import { describe, expect, it } from 'vitest';
import { statements } from '../test/statements.ts';
import { one, templates, text, usual } from '../test/templates.ts';

const allowed = (context: Record<string, string>) =>
  statements(templates(context).standby).filter(({ effect }) => effect === 'Allow');

describe('the standby', () => {
  it('lets nobody read before it is told who', () => expect(allowed(usual)).toEqual([]));

  it('lets the one distribution read objects, and list nothing', () => {
    const [reader, ...others] = allowed({ ...usual, distribution: 'EXAMPLE' });
    expect(others).toEqual([]);
    expect(reader).toMatchObject({
      actions: ['s3:GetObject'],
      principal: { Service: 'cloudfront.amazonaws.com' },
      condition: { StringEquals: { 'AWS:SourceArn': expect.anything() as unknown } },
    });
    expect(text(reader!.condition)).toMatch(/:distribution\/EXAMPLE"/);
  });

  it('has the name and the region by which the site’s stack knows it', () => {
    const { site, standby } = templates({ ...usual, standbyRegion: 'eu-central-1' });
    const { BucketName } = one<{ BucketName: unknown }>(standby, 'AWS::S3::Bucket').properties;
    expect(text(BucketName)).toContain('-eu-central-1');
    const { DistributionConfig } = one<{ DistributionConfig: { Origins: { DomainName: unknown }[] } }>(
      site,
      'AWS::CloudFront::Distribution',
    ).properties;
    expect(text(DistributionConfig.Origins.map(({ DomainName }) => DomainName))).toMatch(
      /curbside-standby-.*-eu-central-1\.s3\.eu-central-1\./,
    );
  });
});
