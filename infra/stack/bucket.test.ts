import { describe, expect, it } from 'vitest';
import { LogReader } from '../../scripts/sponsors/log-line.ts';
import { statements } from '../test/statements.ts';
import { one, resources, templates, text } from '../test/templates.ts';
import { logDays } from './access-log.ts';

const { site, standby } = templates();
const buckets = [site, standby].flatMap((template) =>
  resources(template, 'AWS::S3::Bucket').map(([id, bucket]) => ({ id, template, ...bucket })),
);

describe('every bucket', () => {
  it('is one of three', () =>
    expect(buckets.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'AccessLog',
      'Site',
      'Standby',
    ]));

  it.each(buckets)(
    '$id is private, encrypted, and stays when its stack goes',
    ({ Properties, DeletionPolicy }) => {
      expect({ ...Properties, DeletionPolicy }).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        DeletionPolicy: 'Retain',
      });
      expect(Properties).not.toHaveProperty('WebsiteConfiguration');
      expect(Properties).not.toHaveProperty('AccessControl');
    },
  );

  it.each(buckets)('$id speaks TLS 1.2 or later only', ({ id, template }) => {
    const denied = statements(template).filter(
      ({ type, effect, resources: on }) =>
        type === 'AWS::S3::BucketPolicy' && effect === 'Deny' && text(on).includes(`"${id}"`),
    );
    expect(denied.map(({ actions, condition }) => ({ actions, condition }))).toEqual([
      { actions: ['s3:*'], condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { actions: ['s3:*'], condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
    ]);
    for (const { resources: on, principal } of denied) {
      expect(principal).toEqual({ AWS: '*' });
      expect(on).toHaveLength(2); // the bucket and its objects
    }
  });
});

describe('siteBucket', () => {
  it.each(buckets.filter(({ id }) => !id.startsWith('AccessLog')))(
    '$id keeps versions for 30 days',
    ({ Properties }) =>
      expect(Properties).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: {
          Rules: [
            {
              Status: 'Enabled',
              NoncurrentVersionExpiration: { NoncurrentDays: 30 },
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
            },
            { Status: 'Enabled', ExpiredObjectDeleteMarker: true },
          ],
        },
      }),
  );
});

describe('accessLog', () => {
  it('is forgotten after some weeks', () =>
    expect(buckets.find(({ id }) => id.startsWith('AccessLog'))!.Properties).toMatchObject({
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: logDays }] },
    }));

  it('has the edge’s lines delivered, without cookies and without what was searched for', () => {
    site.hasResourceProperties('AWS::Logs::DeliverySource', {
      LogType: 'ACCESS_LOGS',
      Name: 'curbside-access',
    });
    site.hasResourceProperties('AWS::Logs::DeliveryDestination', { OutputFormat: 'w3c' });
    const { properties } = one<{ RecordFields: string[] }>(site, 'AWS::Logs::Delivery');
    const fields = properties.RecordFields;
    expect(fields).toContain('cs-uri-stem');
    expect(fields.filter((field) => /cookie|query/i.test(field))).toEqual([]);
  });

  it('has every column that the report of campaigns counts by', () => {
    const { properties } = one<{ RecordFields: string[] }>(site, 'AWS::Logs::Delivery');
    const known: Readonly<Record<string, string>> = {
      date: '2026-11-22',
      time: '09:59:03',
      'cs-method': 'GET',
      'cs-uri-stem': '/sf/',
      'sc-status': '200',
      'cs(User-Agent)': 'Mozilla/5.0',
    };
    const reader = new LogReader();
    reader.read(`#Fields: ${properties.RecordFields.join(' ')}`);
    expect(reader.read(properties.RecordFields.map((field) => known[field] ?? '-').join('\t'))).toEqual({
      at: '2026-11-22T09:59:03Z',
      method: 'GET',
      path: '/sf/',
      status: 200,
      agent: 'Mozilla/5.0',
    });
  });

  it('takes lines from that delivery alone', () => {
    const writing = statements(site).filter(({ principal }) =>
      text(principal ?? '').includes('delivery.logs'),
    );
    expect(writing).toHaveLength(1);
    expect(writing[0]!.actions).toEqual(['s3:PutObject']);
    expect(text(writing[0]!.condition)).toMatch(/aws:SourceArn.*delivery-source:curbside-access/);
  });
});
