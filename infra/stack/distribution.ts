import path from 'node:path';
import { Duration, Token } from 'aws-cdk-lib';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
  type IOrigin,
  type ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { headersPolicies } from './headers-policy.ts';
import type { Domain, PriceClassName } from './settings.ts';

export interface DistributionOptions {
  readonly origin: IOrigin;
  readonly domain: Domain | null;
  readonly zone: IHostedZone | null;
  readonly priceClass: PriceClassName;
}

const priceClasses: Readonly<Record<PriceClassName, PriceClass>> = {
  PriceClass_100: PriceClass.PRICE_CLASS_100,
  PriceClass_200: PriceClass.PRICE_CLASS_200,
  PriceClass_All: PriceClass.PRICE_CLASS_ALL,
};

/** Which addresses get other headers than pages, the first that matches: as headers.ts of the publisher has it. */
export const addressKinds: readonly (readonly [pattern: string, kind: 'page' | 'embed' | 'data'])[] = [
  ['/_astro/*', 'page'],
  ['/api/*', 'page'],
  ['/*/embed/*', 'embed'],
  ...['json', 'geojson', 'csv', 'ics', 'atom'].map((ending) => [`*.${ending}`, 'data'] as const),
];

/** The edge before the buckets: what it keeps, and for how long, is what the publisher says with each file. */
export function siteDistribution(scope: Construct, options: DistributionOptions): Distribution {
  const { origin, domain, zone, priceClass } = options;
  const policies = headersPolicies(scope);
  const behavior = behaviors(scope, origin);
  return new Distribution(scope, 'Distribution', {
    comment: 'Curbside',
    defaultBehavior: behavior(policies.page),
    additionalBehaviors: Object.fromEntries(
      addressKinds.map(([pattern, kind]) => [pattern, behavior(policies[kind])]),
    ),
    // A bucket that may not be listed says 403 of what is not there.
    errorResponses: [403, 404].map((httpStatus) => ({
      httpStatus,
      responseHttpStatus: 404,
      responsePagePath: '/404.html',
      ttl: Duration.seconds(10),
    })),
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: priceClasses[priceClass],
    ...(domain === null
      ? {}
      : {
          domainNames: [domain.name],
          certificate: certificateOf(scope, domain, zone),
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        }),
  });
}

function behaviors(scope: Construct, origin: IOrigin) {
  const cachePolicy = new CachePolicy(scope, 'AsPublished', {
    comment: 'As the Cache-Control of each file says; nothing of a request but its path counts',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
  const viewer = new Function(scope, 'ViewerRequest', {
    code: FunctionCode.fromFile({ filePath: path.resolve(import.meta.dirname, '../edge/viewer-request.js') }),
    runtime: FunctionRuntime.JS_2_0,
    comment: 'index.html of folders, and the slash at their end',
  });
  return (responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions => ({
    origin,
    cachePolicy,
    responseHeadersPolicy,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
    compress: true,
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    functionAssociations: [{ function: viewer, eventType: FunctionEventType.VIEWER_REQUEST }],
  });
}

function certificateOf(scope: Construct, { name, certificateArn }: Domain, zone: IHostedZone | null) {
  if (certificateArn !== null) return Certificate.fromCertificateArn(scope, 'Certificate', certificateArn);
  return new Certificate(scope, 'Certificate', {
    domainName: name,
    validation: CertificateValidation.fromDns(zone!),
  });
}

/** Where readers find the site: its own domain, or CloudFront's. */
export function siteUrl(distribution: Distribution, domain: Domain | null): string {
  return `https://${domain?.name ?? Token.asString(distribution.distributionDomainName)}`;
}
