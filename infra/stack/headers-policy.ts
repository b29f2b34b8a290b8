import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseHeadersCorsBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { framePolicy } from '../../src/publish/headers.ts';

/** What of the reader's device pages may use: where it is, when the reader asks for what is near. */
const permissions = [
  'geolocation=(self)',
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'gyroscope', 'magnetometer'].map(off),
  ...['microphone', 'midi', 'payment', 'usb'].map(off),
].join(', ');

function off(feature: string): string {
  return `${feature}=()`;
}

export interface HeadersPolicies {
  /** Pages and what they are made of. */
  readonly page: ResponseHeadersPolicy;
  /** Small pages for the frames of other sites. */
  readonly embed: ResponseHeadersPolicy;
  /** Open data, which readers of any site may fetch. */
  readonly data: ResponseHeadersPolicy;
}

/**
 * What the edge says with every answer. Who may show an address in a frame is the publisher's word; the rest of a page's
 * Content-Security-Policy stands in the page.
 */
export function headersPolicies(scope: Construct): HeadersPolicies {
  const policy = (id: string, address: string, corsBehavior?: ResponseHeadersCorsBehavior) =>
    new ResponseHeadersPolicy(scope, id, {
      ...(corsBehavior === undefined ? {} : { corsBehavior }),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: framePolicy(address), override: true },
        contentTypeOptions: { override: true },
        referrerPolicy: {
          referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
          override: true,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: false, // hosts beside ours are not ours to speak for
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: 'Permissions-Policy', value: permissions, override: true }],
      },
    });
  return {
    page: policy('PageHeaders', '/'),
    embed: policy('EmbedHeaders', '/city/embed/truck/'),
    data: policy('DataHeaders', '/week.json', {
      accessControlAllowCredentials: false,
      accessControlAllowHeaders: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD'],
      accessControlAllowOrigins: ['*'],
      originOverride: true,
    }),
  };
}
