import { Aws } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { logBucket } from './bucket.ts';

/** Long enough to look into an attack or to count a campaign's month; the lines hold readers' addresses. */
export const logDays = 35;

/** What a line holds: what the report of campaigns counts by, enough to find a fault, and no cookie. */
const recordFields = [
  'date',
  'time',
  'c-ip',
  'cs-method',
  'cs(Host)',
  'cs-uri-stem',
  'sc-status',
  'sc-bytes',
  'cs(Referer)',
  'cs(User-Agent)',
  'x-edge-location',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'time-taken',
];

const name = 'curbside-access';

/**
 * The edge's access log in a bucket of its own, delivered by CloudWatch Logs: the older way wants access lists on the
 * bucket, and ours has none.
 */
export function accessLog(scope: Construct, distribution: Distribution): Bucket {
  const bucket = logBucket(scope, 'AccessLog', logDays);
  const source = `arn:aws:logs:us-east-1:${Aws.ACCOUNT_ID}:delivery-source:${name}`;
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${Aws.ACCOUNT_ID}/*`)],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID, 's3:x-amz-acl': 'bucket-owner-full-control' },
        ArnEquals: { 'aws:SourceArn': source },
      },
    }),
  );
  const from = new CfnDeliverySource(scope, 'AccessLogSource', {
    name,
    logType: 'ACCESS_LOGS',
    resourceArn: distribution.distributionArn,
  });
  const to = new CfnDeliveryDestination(scope, 'AccessLogDestination', {
    name,
    destinationResourceArn: bucket.bucketArn,
    outputFormat: 'w3c',
  });
  const delivery = new CfnDelivery(scope, 'AccessLogDelivery', {
    deliverySourceName: name,
    deliveryDestinationArn: to.attrArn,
    recordFields,
    s3SuffixPath: '{yyyy}/{MM}/{dd}',
  });
  delivery.addResourceDependency(from);
  delivery.addResourceDependency(to);
  delivery.node.addDependency(bucket.policy!);
  return bucket;
}
