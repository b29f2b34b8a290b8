import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { valueFrom, type SecretValue } from './value.ts';

export interface StoredVersion {
  readonly value: SecretValue;
  readonly createdAt: Date;
}

/** One secret of Secrets Manager, as a rotation needs it. */
export interface SecretStore {
  /** The version in force; null when there is none. */
  readCurrent(): Promise<StoredVersion | null>;
  /** The version with this id; null when it is not there, or holds nothing yet. */
  readVersion(version: string): Promise<StoredVersion | null>;
  /** Stages by the id of their version. */
  stages(): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Keeps a value as the pending version with this id. */
  put(version: string, value: SecretValue): Promise<void>;
  /** Puts this version in force in place of another. */
  promote(version: string, instead: string | null): Promise<void>;
}

/** The secret with this name or ARN; region, credentials and another endpoint are the SDK's own settings. */
export function secretStore(SecretId: string, client = new SecretsManagerClient({})): SecretStore {
  const read = async (which: { VersionStage: string } | { VersionId: string }) => {
    try {
      const command = new GetSecretValueCommand({ SecretId, ...which });
      const { SecretString, CreatedDate } = await client.send(command);
      return { value: valueFrom(SecretString), createdAt: CreatedDate ?? new Date() };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return null;
      throw error;
    }
  };
  return {
    readCurrent: () => read({ VersionStage: 'AWSCURRENT' }),
    readVersion: (VersionId) => read({ VersionId }),
    async stages() {
      const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId }));
      return VersionIdsToStages ?? {};
    },
    async put(ClientRequestToken, value) {
      const [SecretString, VersionStages] = [JSON.stringify(value), ['AWSPENDING']];
      await client.send(
        new PutSecretValueCommand({ SecretId, ClientRequestToken, SecretString, VersionStages }),
      );
    },
    async promote(MoveToVersionId, instead) {
      const from = instead === null ? {} : { RemoveFromVersionId: instead };
      const VersionStage = 'AWSCURRENT';
      await client.send(
        new UpdateSecretVersionStageCommand({ SecretId, VersionStage, MoveToVersionId, ...from }),
      );
    },
  };
}
