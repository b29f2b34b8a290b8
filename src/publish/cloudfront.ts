import {
  CloudFrontClient,
  CreateInvalidationCommand,
  type CloudFrontClientConfig,
} from '@aws-sdk/client-cloudfront';
import { digest } from '../digest.ts';
import { Failure } from '../failure.ts';
import type { Purge } from './purge.ts';
import { statusOf } from './s3-failure.ts';

const longestWaitMs = 30_000;

/**
 * A CloudFront distribution's edges. The addresses go out in one invalidation, of which 1,000 paths a month are without
 * charge; CloudFront takes two with the same reference for one. Credentials come from the environment.
 */
export function cloudFront(distribution: string, settings: CloudFrontClientConfig = {}): Purge {
  const name = `CloudFront ${distribution}`;
  return {
    name,
    async purge({ addresses, publish }) {
      const paths = [...new Set(addresses)].map(escaped);
      const reference = digest(JSON.stringify([publish, ...paths]));
      // CloudFront's own API is at home in one region.
      const client = new CloudFrontClient({
        region: 'us-east-1',
        maxAttempts: 5,
        requestHandler: {
          connectionTimeout: 5000,
          requestTimeout: longestWaitMs,
          throwOnRequestTimeout: true,
          socketTimeout: longestWaitMs,
        },
        ...settings,
      });
      const command = new CreateInvalidationCommand({
        DistributionId: distribution,
        InvalidationBatch: {
          CallerReference: `curbside-${reference}`,
          Paths: { Quantity: paths.length, Items: paths },
        },
      });
      await client
        .send(command)
        .catch((error: unknown) => {
          throw purgeFailure(error, name);
        })
        .finally(() => client.destroy());
    },
  };
}

/** Paths are compared as readers send them; what is escaped already stays so. */
function escaped(address: string): string {
  return encodeURI(address).replaceAll(/%25(?=[0-9A-F]{2})/gi, '%');
}

function purgeFailure(error: unknown, name: string): Failure {
  const { name: kind, message } = error as Error;
  const status = statusOf(error);
  const answer = status === null ? kind : `${status} ${kind}`;
  return new Failure('PURGE_FAILED', `${name} was not purged: ${answer}: ${message}`, {
    hint: 'The site is published; the edges show it when what they hold is five minutes old. Check the distribution’s id and the right cloudfront:CreateInvalidation, then publish again: the purge is made up for.',
    cause: error,
  });
}
