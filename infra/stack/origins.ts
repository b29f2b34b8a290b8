import { Annotations } from 'aws-cdk-lib';
import { S3OriginAccessControl, Signing, type IOrigin } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A host that has no address, by RFC 6761: what is asked there fails at once. */
const nowhere = 'drill.invalid';

export interface Origins {
  readonly drill: boolean;
  readonly bucket: Bucket;
  readonly standby: { readonly bucketName: string; readonly region: string };
}

/**
 * The bucket, and the one that is asked when it fails; the edge signs what it asks of either. 403 and 404 are answers, not
 * failures: a file that is not in the one is not in the other.
 */
export function originGroup(scope: Construct, { drill, bucket, standby }: Origins): IOrigin {
  const originAccessControl = new S3OriginAccessControl(scope, 'EdgeAccess', {
    signing: Signing.SIGV4_ALWAYS,
  });
  const second = Bucket.fromBucketAttributes(scope, 'StandbyBucket', standby);
  // Its policy is in the standby's own stack.
  Annotations.of(scope).acknowledgeWarning('@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac');
  const first = S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl });
  return new OriginGroup({
    primaryOrigin: drill ? new HttpOrigin(nowhere) : first,
    fallbackOrigin: S3BucketOrigin.withOriginAccessControl(second, { originAccessControl }),
    fallbackStatusCodes: [500, 502, 503, 504],
  });
}
