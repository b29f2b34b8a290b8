import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/** What `SOCRATA_SECRET_ID` is set to. */
export const secretName = 'curbside/city-tokens';

/**
 * The city's tokens as scripts/tokens reads them, and beside them a salt of our own: `{"primary": "", "salt": "…"}` until
 * somebody puts a token there. With an empty `primary` the pull says what is missing, and sends no token.
 */
export function citySecret(scope: Construct, key: IKey): CfnSecret {
  const secret = new CfnSecret(scope, 'CityTokens', {
    name: secretName,
    description:
      'Tokens for the API of the city: primary, and next while they are changed; and a salt of our own',
    kmsKeyId: key.keyArn,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ primary: '' }),
      generateStringKey: 'salt',
      passwordLength: 43,
      excludePunctuation: true,
    },
  });
  secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return secret;
}
