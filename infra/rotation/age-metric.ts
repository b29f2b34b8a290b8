import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { metrics, namespace, type MetricName } from '../../scripts/metrics/names.ts';

const MetricName: MetricName = 'TokenAgeDays';

/** Tells CloudWatch how old the city's token is; an alarm waits for it. */
export async function tellAge(days: number, client = new CloudWatchClient({})): Promise<void> {
  const datum = { MetricName, Value: days, Unit: metrics[MetricName].unit };
  await client.send(new PutMetricDataCommand({ Namespace: namespace, MetricData: [datum] }));
}
