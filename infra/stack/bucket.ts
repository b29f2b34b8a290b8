import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type BucketProps,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** What every bucket has: nobody's but the account's, by TLS only, encrypted, and there when the stack is gone. */
const own: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  encryption: BucketEncryption.S3_MANAGED, // the site is public: a key of our own would cost a request to KMS for each file
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** How long what was overwritten or deleted can be had back. */
const regretDays = 30;

/** A bucket for the published site: a publish overwrites, so versions are the way back. */
export function siteBucket(scope: Construct, id: string, bucketName?: string): Bucket {
  return new Bucket(scope, id, {
    ...own,
    ...(bucketName === undefined ? {} : { bucketName }),
    versioned: true,
    lifecycleRules: [
      {
        noncurrentVersionExpiration: Duration.days(regretDays),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
      { expiredObjectDeleteMarker: true },
    ],
  });
}

/** A bucket for what is written once and forgotten after some days. */
export function logBucket(scope: Construct, id: string, keptDays: number): Bucket {
  return new Bucket(scope, id, { ...own, lifecycleRules: [{ expiration: Duration.days(keptDays) }] });
}
