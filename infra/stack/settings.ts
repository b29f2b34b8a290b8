/** What may be said with `-c name=value`; everything has a default or is left out. */
export interface Settings {
  /** Who may publish; null makes no roles, since a role that trusts a placeholder trusts whoever owns that name. */
  readonly repository: Repository | null;
  /** The account's provider for GitHub's identities, if there is one already: an account has one at most. */
  readonly oidcProviderArn: string | null;
  readonly domain: Domain | null;
  readonly alarmEmail: string | null;
  /** "+14155550100". New accounts reach only numbers that were verified. */
  readonly alarmPhone: string | null;
  readonly priceClass: PriceClassName;
  readonly standbyRegion: string;
  /** Id of the distribution, once it is there: the standby lets nobody else read. */
  readonly distribution: string | null;
  /** When the city's token is due. */
  readonly tokenDays: number;
  /** For a while the first bucket cannot be reached by the edge, so that the standby must do. */
  readonly drill: boolean;
}

export interface Repository {
  /** "OWNER/REPO", or "OWNER@OWNER_ID/REPO@REPO_ID": as GitHub begins the subject of an identity. */
  readonly subject: string;
  /** The environment of the job that publishes, and the branch of those that have none. */
  readonly environment: string;
  readonly branch: string;
}

export interface Domain {
  readonly name: string;
  /** A certificate of us-east-1 that is there, or the zone of Route 53 in which one is made. */
  readonly certificateArn: string | null;
  readonly zoneId: string | null;
}

const priceClasses = ['PriceClass_100', 'PriceClass_200', 'PriceClass_All'] as const;
export type PriceClassName = (typeof priceClasses)[number];

type Read = (name: string) => string | null;

/** Shapes of what is filled into policies and addresses: nothing in them may widen a pattern. */
const shapes: Readonly<Record<string, RegExp>> = {
  repository: /^[\w.-]+\/[\w.-]+$/,
  ownerId: /^\d+$/,
  repositoryId: /^\d+$/,
  environment: /^[\w.-]+$/,
  branch: /^[\w./-]+$/,
  oidcProviderArn: /^arn:aws:iam::\d{12}:oidc-provider\/token\.actions\.githubusercontent\.com$/,
  domain: /^([a-z0-9-]+\.)+[a-z]{2,}$/,
  certificateArn: /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
  zoneId: /^Z[A-Z0-9]+$/,
  alarmEmail: /^[^\s@]+@[^\s@]+$/,
  alarmPhone: /^\+\d{8,15}$/,
  priceClass: new RegExp(`^(${priceClasses.join('|')})$`),
  standbyRegion: /^[a-z]{2}-[a-z]+-\d$/,
  distribution: /^E[A-Z0-9]+$/,
  tokenDays: /^[1-9]\d{0,3}$/,
  drill: /^on$/,
};

/** Reads the settings out of the context; throws an error in words at the first that cannot be used. */
export function settingsFrom(context: (name: string) => unknown): Settings {
  const read: Read = (name) => {
    const value = context(name);
    if (value === undefined || value === null || value === '') return null;
    if (!shapes[name]!.test(String(value)))
      throw new Error(`-c ${name}=${String(value)} cannot be used: it is not like ${String(shapes[name])}.`);
    return String(value);
  };
  return {
    repository: repositoryFrom(read),
    oidcProviderArn: read('oidcProviderArn'),
    domain: domainFrom(read),
    alarmEmail: read('alarmEmail'),
    alarmPhone: read('alarmPhone'),
    priceClass: (read('priceClass') ?? 'PriceClass_100') as PriceClassName,
    standbyRegion: read('standbyRegion') ?? 'us-west-2',
    distribution: read('distribution'),
    tokenDays: Number(read('tokenDays') ?? 180),
    drill: read('drill') !== null,
  };
}

/**
 * GitHub says ids in the subject for repositories made or renamed since 15 July 2026. With ids only that form is
 * trusted: a name can change hands.
 */
function repositoryFrom(read: Read): Repository | null {
  const name = read('repository');
  const [ownerId, repositoryId] = [read('ownerId'), read('repositoryId')];
  if ((ownerId === null) !== (repositoryId === null) || (name === null && ownerId !== null))
    throw new Error('-c ownerId and -c repositoryId go together, and with -c repository.');
  if (name === null) return null;
  const [owner, repo] = name.split('/') as [string, string];
  return {
    subject: ownerId === null ? name : `${owner}@${ownerId}/${repo}@${repositoryId}`,
    environment: read('environment') ?? 'publish',
    branch: read('branch') ?? 'main',
  };
}

function domainFrom(read: Read): Domain | null {
  const [name, certificateArn, zoneId] = [read('domain'), read('certificateArn'), read('zoneId')];
  if (name === null) return null;
  if (certificateArn === null && zoneId === null)
    throw new Error('-c domain wants -c zoneId (a certificate is made there) or -c certificateArn as well.');
  return { name, certificateArn, zoneId };
}
