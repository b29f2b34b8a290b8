/** What a metric counts in: CloudWatch's words, and in lower case OpenMetrics'. */
export type Unit = 'Count' | 'Bytes' | 'Seconds';

interface Metric {
  readonly unit: Unit;
  /** One line for a graph's reader. */
  readonly help: string;
}

/** The one namespace of CloudWatch that the roles of `infra/` may write to. */
export const namespace = 'Curbside';

/**
 * Every metric there is, by its name in CloudWatch; a name ends with its unit unless it counts. The alarms and graphs of
 * `infra/` take their names from here, so that none can wait for a metric that nobody sends.
 */
export const metrics = {
  PullRows: { unit: 'Count', help: 'Rows of the schedule in the last pull' },
  PullProblems: { unit: 'Count', help: 'Faults in the rows of the last pull' },
  PullRefused: { unit: 'Count', help: '1 when the last pull was refused and the snapshot before it stays' },
  PullDataAgeSeconds: { unit: 'Seconds', help: 'Time since the city changed the data that are in force' },
  PullSeconds: { unit: 'Seconds', help: 'Time that the last pull took' },
  BuildPages: { unit: 'Count', help: 'Pages and data files of the site' },
  BuildPagesChanged: { unit: 'Count', help: 'Pages added, changed or removed by the last build' },
  BuildSeconds: { unit: 'Seconds', help: 'Time that the last build took' },
  PublishFiles: { unit: 'Count', help: 'Files of the release' },
  PublishBytes: { unit: 'Bytes', help: 'Bytes of the files uploaded by the last publish' },
  PublishSeconds: { unit: 'Seconds', help: 'Time that the last publish took' },
  PublishReleasedAtSeconds: {
    unit: 'Seconds',
    help: 'When readers last got a release, in seconds since 1970; sent for no other publish',
  },
  TokenAgeDays: { unit: 'Count', help: 'Days since the city token in use was taken into use' },
} as const satisfies Readonly<Record<string, Metric>>;

export type MetricName = keyof typeof metrics;
