import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { accessLog } from './access-log.ts';
import { alarms } from './alarms.ts';
import { siteBucket } from './bucket.ts';
import { dashboard } from './dashboard.ts';
import { siteDistribution, siteUrl } from './distribution.ts';
import { leadToEdge, zoneOf } from './domain.ts';
import { ownKey } from './key.ts';
import { originGroup } from './origins.ts';
import { roles } from './roles.ts';
import { rotation } from './rotation.ts';
import { citySecret, secretName } from './secret.ts';
import type { Settings } from './settings.ts';
import { standbyName } from './standby-stack.ts';
import { alarmTopic } from './topic.ts';

/** Everything but the standby: each part is a file of its own beside this one. */
export class SiteStack extends Stack {
  constructor(scope: Construct, settings: Settings) {
    super(scope, 'curbside', {
      env: { region: 'us-east-1' },
      description: 'Curbside: bucket, edge, roles, secret, alarms',
    });
    const { domain, repository, standbyRegion: region, priceClass, tokenDays, drill } = settings;
    const bucket = siteBucket(this, 'Site');
    const standby = standbyName(settings);
    const zone = zoneOf(this, domain);
    const origin = originGroup(this, { drill, bucket, standby: { bucketName: standby, region } });
    const distribution = siteDistribution(this, { origin, domain, zone, priceClass });
    if (zone !== null) leadToEdge(this, zone, distribution);
    const log = accessLog(this, distribution);

    const key = ownKey(this);
    const secret = citySecret(this, key);
    const rotate = rotation(this, { secret, key });
    const topic = alarmTopic(this, { key, settings });
    dashboard(this, { distribution, alarms: alarms(this, { distribution, rotate, topic, tokenDays }) });

    new CfnOutput(this, 'AccessLogBucket', {
      value: log.bucketName,
      description: 'where the access log lies',
    });
    this.tell('PUBLISH_TARGET', `s3://${bucket.bucketName}`);
    this.tell('SITE_URL', siteUrl(distribution, domain));
    this.tell('CLOUDFRONT_DISTRIBUTION_ID', distribution.distributionId);
    this.tell('AWS_REGION', Aws.REGION);
    this.tell('SOCRATA_SECRET_ID', secretName);
    this.tell('CURBSIDE_METRICS', 'cloudwatch');
    this.tell('ALERT_TOPIC_ARN', topic.topicArn);
    if (repository === null) return;
    const buckets = [bucket.bucketArn, `arn:aws:s3:::${standby}`];
    const { deploy, pull, watch } = roles(this, {
      settings: { ...settings, repository },
      buckets,
      distribution,
      secret,
      key,
      topic,
    });
    this.tell('AWS_ROLE_ARN', deploy.roleArn);
    this.tell('AWS_TOKEN_ROLE_ARN', pull.roleArn);
    this.tell('ALERT_ROLE_ARN', watch.roleArn);
  }

  /** An output for a variable of the repository; outputs may have no underscore in their names. */
  private tell(variable: string, value: string): void {
    const id = variable.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
    new CfnOutput(this, id, { value, description: `variable ${variable}` });
  }
}
