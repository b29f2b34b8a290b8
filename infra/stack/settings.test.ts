import { describe, expect, it } from 'vitest';
import { one, templates } from '../test/templates.ts';
import { settingsFrom } from './settings.ts';

const from = (context: Readonly<Record<string, string>>) => settingsFrom((name) => context[name]);

describe('settingsFrom', () => {
  it('has a default for everything, and trusts nobody unless told', () =>
    expect(from({})).toEqual({
      repository: null,
      oidcProviderArn: null,
      domain: null,
      alarmEmail: null,
      alarmPhone: null,
      priceClass: 'PriceClass_100',
      standbyRegion: 'us-west-2',
      distribution: null,
      tokenDays: 180,
      drill: false,
    }));

  it('puts ids into the subject where they are given', () => {
    const repository = { repository: 'own.er/re-po', ownerId: '1', repositoryId: '2' };
    expect(from(repository).repository!.subject).toBe('own.er@1/re-po@2');
    expect(from({ repository: 'owner/repo' }).repository!.subject).toBe('owner/repo');
  });

  it.each([
    [{ repository: 'owner' }],
    [{ repository: 'owner/*' }],
    [{ repository: 'owner/repo:ref' }],
    [{ repository: 'owner/repo', ownerId: '1' }],
    [{ ownerId: '1', repositoryId: '2' }],
    [{ repository: 'owner/repo', environment: '*' }],
    [{ repository: 'owner/repo', branch: 'main:x' }],
    [{ domain: 'trucks.example.org' }],
    [{ domain: 'https://trucks.example.org', zoneId: 'Z1' }],
    [{ domain: 'trucks.example.org', certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a' }],
    [{ alarmPhone: '555 0100' }],
    [{ priceClass: 'cheap' }],
    [{ standbyRegion: 'west' }],
    [{ distribution: '*' }],
    [{ tokenDays: '0' }],
  ])('refuses %o', (context) => expect(() => from(context)).toThrow(/^-c \w+/));
});

describe('the outputs', () => {
  it('are the variables of the workflows', () => {
    const { site, standby } = templates();
    const outputs = [site, standby].flatMap((template) => Object.values(template.findOutputs('*')));
    const told = outputs.map((output) => String(output['Description']));
    const variables = told.flatMap((text) => /^variable (\w+)$/.exec(text)?.[1] ?? []).sort();
    expect(variables).toEqual([
      'ALERT_ROLE_ARN',
      'ALERT_TOPIC_ARN',
      'AWS_REGION',
      'AWS_ROLE_ARN',
      'AWS_TOKEN_ROLE_ARN',
      'CLOUDFRONT_DISTRIBUTION_ID',
      'CURBSIDE_METRICS',
      'PUBLISH_TARGET',
      'SITE_URL',
      'SOCRATA_SECRET_ID',
      'STANDBY_TARGET',
    ]);
    expect(one<{ Name: string }>(site, 'AWS::SecretsManager::Secret').properties.Name).toBe(
      site.findOutputs('SocrataSecretId')['SocrataSecretId']!['Value'],
    );
  });
});
