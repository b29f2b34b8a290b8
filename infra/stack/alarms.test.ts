import { describe, expect, it } from 'vitest';
import { metrics, namespace } from '../../scripts/metrics/names.ts';
import { statements } from '../test/statements.ts';
import { one, resources, templates, text, usual } from '../test/templates.ts';

const { site } = templates();
const { id: topic } = one(site, 'AWS::SNS::Topic');

interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmActions: unknown;
  readonly OKActions: unknown;
  readonly MetricName?: string;
  readonly Namespace?: string;
  readonly Metrics?: readonly {
    readonly MetricStat?: { readonly Metric: { MetricName: string; Namespace: string } };
  }[];
}

const all = resources(site, 'AWS::CloudWatch::Alarm').map(
  ([, { Properties }]) => Properties as unknown as AlarmProperties,
);
const named = (name: string) => all.find(({ AlarmName }) => AlarmName === `curbside-${name}`);

/** Metrics of our namespace that alarms wait for. */
const waitedFor = all.flatMap(({ MetricName, Namespace, Metrics = [] }) => {
  const inside = Metrics.flatMap(({ MetricStat }) => (MetricStat === undefined ? [] : [MetricStat.Metric]));
  const own = MetricName === undefined ? [] : [{ MetricName, Namespace }];
  return [...own, ...inside].filter((one) => one.Namespace === namespace).map((one) => one.MetricName);
});

describe('alarms', () => {
  it('are these', () =>
    expect(all.map(({ AlarmName }) => AlarmName).sort()).toEqual([
      'curbside-Errors',
      'curbside-NoRelease',
      'curbside-Problems',
      'curbside-Refused',
      'curbside-Rotation',
      'curbside-TokenAge',
    ]));

  it.each(all)(
    '$AlarmName tells the topic when it begins and when it is over',
    ({ AlarmActions, OKActions }) =>
      expect([AlarmActions, OKActions]).toEqual([[{ Ref: topic }], [{ Ref: topic }]]),
  );

  it('wait only for metrics that the commands send', () => {
    expect(waitedFor.length).toBeGreaterThan(4);
    expect(waitedFor.filter((name) => !Object.hasOwn(metrics, name))).toEqual([]);
  });

  it('go off after 26 hours without a release, also when nothing is heard at all', () =>
    expect(named('NoRelease')).toMatchObject({
      MetricName: 'PublishReleasedAtSeconds',
      Statistic: 'SampleCount',
      Period: 3600,
      EvaluationPeriods: 26,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    }));

  it('go off at a refused snapshot, until one is taken', () =>
    expect(named('Refused')).toMatchObject({
      MetricName: 'PullRefused',
      Statistic: 'Maximum',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'ignore',
    }));

  it('go off above 5 faults in a hundred rows', () => {
    expect(named('Problems')).toMatchObject({ Threshold: 5, ComparisonOperator: 'GreaterThanThreshold' });
    expect(text(named('Problems')!.Metrics)).toContain('IF(rows > 0, 100 * problems / rows, 0)');
  });

  it('go off above 1 % of faults at the edge, in its own region', () =>
    expect(named('Errors')).toMatchObject({
      Namespace: 'AWS/CloudFront',
      MetricName: '5xxErrorRate',
      Threshold: 1,
      EvaluationPeriods: 3,
      TreatMissingData: 'notBreaching',
      Dimensions: [
        { Name: 'DistributionId', Value: { Ref: one(site, 'AWS::CloudFront::Distribution').id } },
        { Name: 'Region', Value: 'Global' },
      ],
    }));

  it('go off when the token is old, at the age that is asked for', () => {
    const alarm = { MetricName: 'TokenAgeDays', Threshold: 180, TreatMissingData: 'ignore' };
    expect(named('TokenAge')).toMatchObject(alarm);
    templates({ ...usual, tokenDays: '90' }).site.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...alarm,
      Threshold: 90,
    });
  });

  it('go off when the rotation fails', () =>
    expect(named('Rotation')).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: one(site, 'AWS::Lambda::Function').id } }],
    }));
});

describe('alarmTopic', () => {
  it('is encrypted with the key, takes TLS only, and alarms of this account', () => {
    const { id: key } = one(site, 'AWS::KMS::Key');
    expect(one<object>(site, 'AWS::SNS::Topic').properties).toMatchObject({
      KmsMasterKeyId: { 'Fn::GetAtt': [key, 'Arn'] },
    });
    const policy = statements(site).filter(({ type }) => type === 'AWS::SNS::TopicPolicy');
    expect(policy.map(({ effect, actions, condition }) => ({ effect, actions, condition }))).toEqual([
      { effect: 'Deny', actions: ['sns:Publish'], condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        effect: 'Allow',
        actions: ['sns:Publish'],
        condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  it('tells by e-mail, by SMS where a number is given, and nobody unless asked', () => {
    const told = (context: Record<string, string>) =>
      resources(templates(context).site, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties);
    expect(told(usual)).toMatchObject([{ Protocol: 'email', Endpoint: 'alarms@example.org' }]);
    expect(told({ ...usual, alarmPhone: '+14155550100' })).toMatchObject([
      { Protocol: 'email' },
      { Protocol: 'sms', Endpoint: '+14155550100' },
    ]);
    expect(told({})).toEqual([]);
  });
});

describe('dashboard', () => {
  const body = text(
    one<{ DashboardBody: unknown }>(site, 'AWS::CloudWatch::Dashboard').properties.DashboardBody,
  );

  it('shows every metric that is sent, and every alarm', () => {
    const shown = [...body.matchAll(/\\"Curbside\\",\\"(\w+)\\"/g)].map(([, name]) => name);
    expect(new Set(shown)).toEqual(new Set(Object.keys(metrics)));
    for (const [id] of resources(site, 'AWS::CloudWatch::Alarm')) expect(body).toContain(`"${id}"`);
  });

  it('shows what readers meet', () => {
    for (const name of ['Requests', 'BytesDownloaded', '5xxErrorRate', '4xxErrorRate'])
      expect(body).toContain(`\\"AWS/CloudFront\\",\\"${name}\\"`);
  });
});
