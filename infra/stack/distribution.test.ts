import { describe, expect, it } from 'vitest';
import { contentTypes } from '../../src/publish/content-type.ts';
import { cacheRules, framePolicy, hostHeaders, isOpenData } from '../../src/publish/headers.ts';
import { statements } from '../test/statements.ts';
import { one, resources, templates, text, usual } from '../test/templates.ts';

interface Behavior {
  readonly PathPattern?: string;
  readonly TargetOriginId: string;
  readonly ViewerProtocolPolicy: string;
  readonly AllowedMethods: readonly string[];
  readonly Compress: boolean;
  readonly CachePolicyId: { readonly Ref: string };
  readonly ResponseHeadersPolicyId: { readonly Ref: string };
  readonly FunctionAssociations: readonly { readonly EventType: string; readonly FunctionARN: unknown }[];
}

interface Config {
  readonly Origins: readonly { readonly Id: string; readonly OriginAccessControlId: unknown }[];
  readonly OriginGroups: { readonly Items: readonly { readonly Id: string }[] };
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors: readonly Behavior[];
}

interface HeadersConfig {
  readonly SecurityHeadersConfig: {
    readonly ContentSecurityPolicy: { readonly ContentSecurityPolicy: string };
  };
  readonly CorsConfig?: unknown;
}

const { site } = templates();
const configOf = (template = site) =>
  one<{ DistributionConfig: Config }>(template, 'AWS::CloudFront::Distribution').properties
    .DistributionConfig;
const config = configOf();
const behaviors = [...config.CacheBehaviors, config.DefaultCacheBehavior];
const policies = Object.fromEntries(
  resources(site, 'AWS::CloudFront::ResponseHeadersPolicy').map(([id, { Properties }]) => [
    id,
    Properties['ResponseHeadersPolicyConfig'] as HeadersConfig,
  ]),
);

/** The behaviour that CloudFront takes: the first whose pattern matches; "*" stands for anything, slashes too. */
function headersFor(address: string): HeadersConfig {
  const matches = ({ PathPattern = '*' }: Behavior) =>
    new RegExp(`^${PathPattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(address);
  return policies[behaviors.find(matches)!.ResponseHeadersPolicyId.Ref]!;
}

const addresses = [
  '/',
  '/404.html',
  '/sf/',
  '/sf/friday/12/',
  '/sf/friday/12.json',
  '/sf/friday/12.geojson',
  '/sf/week.csv',
  '/sf/truck/anzu.ics',
  '/sf/changes.atom',
  '/sf/embed/truck/anzu/',
  '/sf/embed/friday/12/',
  '/embed/',
  '/status.json',
  '/.well-known/curbside/manifest.json',
  '/_astro/site.BxY2.js',
  '/_astro/data.DxY2.json',
  '/api/health.json',
  '/sw.js',
  '/sf/photo/abcdefghijklmnopqrstuv-640.webp',
  '/sf/search/abcdefghijklmnopqrstuv/pagefind.js',
  '/sitemap.xml',
  '/sf/map.svg',
];

describe('the distribution', () => {
  it('speaks HTTP/3, compresses with Brotli, and sends plain http to https', () => {
    expect(config).toMatchObject({ HttpVersion: 'http2and3', Enabled: true, IPV6Enabled: true });
    for (const { ViewerProtocolPolicy, Compress, AllowedMethods } of behaviors) {
      expect({ ViewerProtocolPolicy, Compress, AllowedMethods }).toEqual({
        ViewerProtocolPolicy: 'redirect-to-https',
        Compress: true,
        AllowedMethods: ['GET', 'HEAD'],
      });
    }
  });

  it('keeps files for as long as the publisher says, whatever that is', () => {
    const { CachePolicyConfig: policy } = one<{ CachePolicyConfig: { MaxTTL: number } }>(
      site,
      'AWS::CloudFront::CachePolicy',
    ).properties;
    expect(policy).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    });
    const said = cacheRules.flatMap(({ cacheControl }) =>
      [...cacheControl.matchAll(/(?:s-maxage|max-age)=(\d+)/g)].map(([, seconds]) => Number(seconds)),
    );
    expect(Math.max(...said)).toBeLessThanOrEqual(policy.MaxTTL);
    const ids = new Set(behaviors.map(({ CachePolicyId }) => CachePolicyId.Ref));
    expect(ids.size).toBe(1);
  });

  it('asks the standby when the bucket fails, and not for what is missing', () => {
    expect(config.OriginGroups).toMatchObject({
      Quantity: 1,
      Items: [
        { FailoverCriteria: { StatusCodes: { Items: [500, 502, 503, 504] } }, Members: { Quantity: 2 } },
      ],
    });
    const group = config.OriginGroups.Items[0]!.Id;
    expect(behaviors.map(({ TargetOriginId }) => TargetOriginId)).toEqual(behaviors.map(() => group));
  });

  it('has nobody to ask but the standby in a drill', () => {
    const drilled = configOf(templates({ ...usual, drill: 'on' }).site);
    const [first, second] = drilled.Origins as unknown as { DomainName: unknown }[];
    expect(first).toMatchObject({ DomainName: 'drill.invalid' });
    expect(text(second!.DomainName)).toContain('curbside-standby-');
  });

  it('signs what it asks of both buckets, which alone makes them answer', () => {
    site.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: {
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    });
    const { id } = one(site, 'AWS::CloudFront::OriginAccessControl');
    expect(config.Origins).toHaveLength(2);
    for (const origin of config.Origins) {
      expect(origin.OriginAccessControlId).toEqual({ 'Fn::GetAtt': [id, 'Id'] });
      expect(origin).toMatchObject({ S3OriginConfig: { OriginAccessIdentity: '' } });
    }
    const { id: distribution } = one(site, 'AWS::CloudFront::Distribution');
    const readers = statements(site).filter(({ principal }) => text(principal ?? '').includes('cloudfront'));
    expect(readers).toHaveLength(1);
    expect(readers[0]).toMatchObject({ effect: 'Allow', actions: ['s3:GetObject'] });
    expect(text(readers[0]!.condition)).toMatch(
      new RegExp(`^{"StringEquals":{"AWS:SourceArn":.*"${distribution}"`),
    );
  });

  it('answers with the 404 page, as 404, whatever the bucket calls it', () =>
    expect(config).toMatchObject({
      CustomErrorResponses: [403, 404].map((ErrorCode) => ({
        ErrorCode,
        ResponseCode: 404,
        ResponsePagePath: '/404.html',
        ErrorCachingMinTTL: 10,
      })),
    }));

  it('asks the viewer function about every address', () => {
    for (const { FunctionAssociations } of behaviors)
      expect(FunctionAssociations.map(({ EventType }) => EventType)).toEqual(['viewer-request']);
    site.hasResourceProperties('AWS::CloudFront::Function', {
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
      AutoPublish: true,
    });
  });
});

describe('headersPolicies', () => {
  it.each(addresses)('says of %s what the publisher says', (address) => {
    const { SecurityHeadersConfig, CorsConfig } = headersFor(address);
    expect(SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toBe(framePolicy(address));
    expect(CorsConfig !== undefined).toBe(isOpenData(address));
  });

  it('opens every kind of file to other sites that the publisher opens, and no other', () => {
    const endings = [...Object.keys(contentTypes), 'pagefind', 'pmtiles'];
    const opened = endings.filter((ending) => headersFor(`/sf/a.${ending}`).CorsConfig !== undefined);
    expect(opened).toEqual(endings.filter((ending) => isOpenData(`/sf/a.${ending}`)));
  });

  it.each(Object.entries(policies))('%s has every header that guards a reader', (_, policy) => {
    expect(hostHeaders).toEqual({ 'X-Content-Type-Options': 'nosniff' });
    expect(policy).toMatchObject({
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        ContentSecurityPolicy: { Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
      },
      CustomHeadersConfig: { Items: [{ Header: 'Permissions-Policy', Override: true }] },
    });
    expect(text(policy)).toContain('geolocation=(self), ');
  });

  it('lets any site fetch open data, without cookies', () => {
    const { CorsConfig } = headersFor('/sf/week.json');
    expect(CorsConfig).toMatchObject({
      AccessControlAllowCredentials: false,
      AccessControlAllowOrigins: { Items: ['*'] },
      AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
    });
  });
});

describe('a domain', () => {
  it('is CloudFront’s own where none is given', () => {
    expect(config).not.toHaveProperty('Aliases');
    site.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    site.resourceCountIs('AWS::Route53::RecordSet', 0);
  });

  it('has a certificate made in its zone, and leads to the edge by both kinds of address', () => {
    const { site: named } = templates({
      ...usual,
      domain: 'trucks.example.org',
      zoneId: 'Z123',
      priceClass: 'PriceClass_All',
    });
    expect(configOf(named)).toMatchObject({
      Aliases: ['trucks.example.org'],
      PriceClass: 'PriceClass_All',
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
    });
    named.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'trucks.example.org',
      DomainValidationOptions: [{ HostedZoneId: 'Z123' }],
      ValidationMethod: 'DNS',
    });
    const records = resources(named, 'AWS::Route53::RecordSet').map(([, { Properties }]) => Properties);
    expect(records).toMatchObject([
      { Type: 'A', Name: 'trucks.example.org.', HostedZoneId: 'Z123' },
      { Type: 'AAAA', Name: 'trucks.example.org.', HostedZoneId: 'Z123' },
    ]);
  });

  it('may bring a certificate of its own', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/ab-12';
    const { site: named } = templates({ ...usual, domain: 'trucks.example.org', certificateArn });
    expect(configOf(named)).toMatchObject({ ViewerCertificate: { AcmCertificateArn: certificateArn } });
    named.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    named.resourceCountIs('AWS::Route53::RecordSet', 0);
  });
});
