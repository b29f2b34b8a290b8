import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SmsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Where alarms go, encrypted; by e-mail, and by SMS where a number is given. */
export function alarmTopic(
  scope: Construct,
  { key, settings }: { readonly key: IKey; readonly settings: Settings },
): Topic {
  const topic = new Topic(scope, 'Alarms', { displayName: 'Curbside', masterKey: key, enforceSSL: true });
  // With a policy of its own a topic has no other: the account's alarms are let in by name.
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  if (settings.alarmEmail !== null) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
  if (settings.alarmPhone !== null) topic.addSubscription(new SmsSubscription(settings.alarmPhone));
  return topic;
}
