import { Duration } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Alarm, ComparisonOperator, TreatMissingData, type AlarmProps } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { edgeMetric, ownMetric, problemShare } from './metrics.ts';
import { rotationDays } from './rotation.ts';

/** As the watch has it: the city updates once a day, and two hours are for dropped runs. */
const releaseHours = 26;

export interface AlarmsOptions {
  readonly distribution: Distribution;
  readonly rotate: IFunction;
  readonly topic: ITopic;
  readonly tokenDays: number;
}

/** Every alarm; each tells the topic when it begins and when it is over. */
export function alarms(scope: Construct, options: AlarmsOptions): Alarm[] {
  const { distribution, rotate, topic, tokenDays } = options;
  const all: Readonly<Record<string, AlarmProps>> = {
    NoRelease: {
      alarmDescription: `Readers got no release for ${releaseHours} hours. docs/runbook.md: A missed schedule.`,
      metric: ownMetric('PublishReleasedAtSeconds', 'SampleCount'),
      ...below(1),
      evaluationPeriods: releaseHours,
      treatMissingData: TreatMissingData.BREACHING,
    },
    Refused: {
      alarmDescription:
        'A snapshot was refused; the last good one stays. docs/runbook.md: A refused snapshot.',
      metric: ownMetric('PullRefused', 'Maximum'),
      ...above(0),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.IGNORE, // over when a pull is taken
    },
    Problems: {
      alarmDescription: 'More than 5 faults in a hundred rows. The problems file of the site lists them.',
      metric: problemShare(),
      ...above(5),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.IGNORE,
    },
    Errors: {
      alarmDescription: 'More than 1 % of the answers are faults of the edge or of both buckets.',
      metric: edgeMetric(distribution, '5xxErrorRate', 'Average'),
      ...above(1),
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.NOT_BREACHING, // nobody asked
    },
    TokenAge: {
      alarmDescription: `The city token is older than ${tokenDays} days. docs/runbook.md: A new city token.`,
      metric: ownMetric('TokenAgeDays', 'Maximum', Duration.days(1)),
      ...above(tokenDays),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.IGNORE, // told every week; over when a younger one is told of
    },
    Rotation: {
      alarmDescription: `The rotation of the secret fails. It is tried again within ${rotationDays} days; its log says why.`,
      metric: rotate.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
      ...above(0),
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    },
  };
  const action = new SnsAction(topic);
  return Object.entries(all).map(([id, props]) => {
    const alarm = new Alarm(scope, `${id}Alarm`, { ...props, alarmName: `curbside-${id}` });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  });
}

function above(threshold: number) {
  return { threshold, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD };
}

function below(threshold: number) {
  return { threshold, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD };
}
