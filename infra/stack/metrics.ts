import { Duration } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { namespace, type MetricName } from '../../scripts/metrics/names.ts';

/** A metric that the site's commands send, by the name under which they send it. */
export function ownMetric(metricName: MetricName, statistic: string, period = Duration.hours(1)): Metric {
  return new Metric({ namespace, metricName, statistic, period });
}

/** Faults in a hundred rows. */
export function problemShare(): MathExpression {
  return new MathExpression({
    expression: 'IF(rows > 0, 100 * problems / rows, 0)',
    usingMetrics: {
      rows: ownMetric('PullRows', 'Maximum'),
      problems: ownMetric('PullProblems', 'Maximum'),
    },
    period: Duration.hours(1),
    label: 'Faults in a hundred rows',
  });
}

/** A metric of the edge; CloudFront keeps them in us-east-1. */
export function edgeMetric(distribution: Distribution, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    statistic,
    period: Duration.minutes(5),
    dimensionsMap: { DistributionId: distribution.distributionId, Region: 'Global' },
  });
}
