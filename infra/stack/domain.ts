import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { AaaaRecord, ARecord, HostedZone, RecordTarget, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { Construct } from 'constructs';
import type { Domain } from './settings.ts';

/** The zone that is named, without asking the account for it; null when there is none. */
export function zoneOf(scope: Construct, domain: Domain | null): IHostedZone | null {
  if (domain === null || domain.zoneId === null) return null;
  const { name: zoneName, zoneId: hostedZoneId } = domain;
  return HostedZone.fromHostedZoneAttributes(scope, 'Zone', { hostedZoneId, zoneName });
}

/** Makes the zone's domain lead to the edge, by IPv4 and IPv6. */
export function leadToEdge(scope: Construct, zone: IHostedZone, distribution: Distribution): void {
  const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
  new ARecord(scope, 'Address', { zone, target });
  new AaaaRecord(scope, 'Address6', { zone, target });
}
