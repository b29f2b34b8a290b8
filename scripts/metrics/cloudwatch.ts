import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { Failure } from '../../src/failure.ts';
import { metrics, namespace } from './names.ts';
import { finiteMeasures, type MetricsSink } from './sink.ts';

/** A run waits no longer than this for its graphs, twice. */
const longestWaitMs = 5000;

/**
 * CloudWatch, all measures in one `PutMetricData`. Region, credentials and another endpoint
 * (`AWS_ENDPOINT_URL_CLOUDWATCH`) are the SDK's own settings.
 */
export function cloudWatchSink(now: () => Date = () => new Date()): MetricsSink {
  return {
    name: 'cloudwatch',
    async send(measures) {
      const found = finiteMeasures(measures);
      if (found.length === 0) return;
      const Timestamp = now();
      const MetricData = found.map(([MetricName, Value]) => {
        return { MetricName, Value, Unit: metrics[MetricName].unit, Timestamp };
      });
      const client = new CloudWatchClient({
        maxAttempts: 2,
        requestHandler: {
          connectionTimeout: longestWaitMs,
          requestTimeout: longestWaitMs,
          throwOnRequestTimeout: true,
        },
      });
      try {
        await client.send(new PutMetricDataCommand({ Namespace: namespace, MetricData }));
      } catch (error) {
        throw notSent(error);
      } finally {
        client.destroy();
      }
    },
  };
}

function notSent(error: unknown): Failure {
  const { name, message } = error as Error;
  return new Failure('METRICS_NOT_SENT', `CloudWatch did not take the metrics: ${name}: ${message}`, {
    hint: 'Set AWS_REGION, and give the role cloudwatch:PutMetricData for the namespace. Alarms that wait for them will go off.',
    cause: error,
  });
}
