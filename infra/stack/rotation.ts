import path from 'node:path';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, CfnPermission, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnRotationSchedule, type CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { bundle } from './bundle.ts';
import { sendMetrics, useKey } from './statements.ts';

/** How often the secret is looked at: what is ready to be changed is, and the token's age is told. */
export const rotationDays = 7;

/** An answer of a few bytes that the city gives to a token it takes, and refuses to one it does not. */
const cityAddress = 'https://data.sfgov.org/resource/rqzj-sfat.json?$limit=1&$select=objectid';

export interface RotationOptions {
  readonly secret: CfnSecret;
  readonly key: IKey;
}

/** The function that Secrets Manager calls for the four steps of a rotation, each week. */
export function rotation(scope: Construct, { secret, key }: RotationOptions): Function {
  const logGroup = new LogGroup(scope, 'RotationLog', {
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, 'RotationRole', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: 'What the rotation of the secret may do',
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      actions: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      resources: [secret.ref],
    }),
  );
  role.addToPolicy(useKey({ key, secretArn: secret.ref, actions: ['kms:Decrypt', 'kms:GenerateDataKey'] }));
  role.addToPolicy(sendMetrics());
  const rotate = new Function(scope, 'Rotation', {
    description: 'Curbside: rotates the salt, moves the next token of the city up, tells its age',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(bundle(path.resolve(import.meta.dirname, '../rotation/handler.ts'))),
    handler: 'index.handler',
    environment: { CITY_ADDRESS: cityAddress },
    timeout: Duration.seconds(60),
    memorySize: 256,
    logGroup,
    role,
  });
  calledBySecretsManager(scope, { rotate, secret });
  return rotate;
}

function calledBySecretsManager(
  scope: Construct,
  { rotate, secret }: { readonly rotate: Function; readonly secret: CfnSecret },
): void {
  const permission = new CfnPermission(scope, 'RotationPermission', {
    action: 'lambda:InvokeFunction',
    functionName: rotate.functionArn,
    principal: 'secretsmanager.amazonaws.com',
    sourceAccount: Aws.ACCOUNT_ID,
    sourceArn: secret.ref,
  });
  const schedule = new CfnRotationSchedule(scope, 'RotationSchedule', {
    secretId: secret.ref,
    rotationLambdaArn: rotate.functionArn,
    rotationRules: { scheduleExpression: `rate(${rotationDays} days)` },
    rotateImmediatelyOnUpdate: false,
  });
  schedule.addResourceDependency(permission);
  schedule.node.addDependency(rotate.role!); // with its policy: the schedule is tried out when it is made
}
