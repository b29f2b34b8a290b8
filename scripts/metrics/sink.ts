import type { MetricName } from './names.ts';

/** What a run measured, by name; a name that is missing was not measured. */
export type Measures = Readonly<Partial<Record<MetricName, number>>>;

/**
 * Where measures go. One interface, one contract suite for all (test/metrics-contract.ts). A measure that is no finite
 * number is left out. Fails with a `Failure` whose code begins with "METRICS_", within a few seconds.
 */
export interface MetricsSink {
  /** For messages: "cloudwatch", "file:/var/lib/node_exporter/curbside.prom". */
  readonly name: string;
  send(measures: Measures): Promise<void>;
}

/** What is to be sent, in the order of the names. */
export function finiteMeasures(measures: Measures): [MetricName, number][] {
  return (Object.entries(measures) as [MetricName, number][])
    .filter(([, value]) => Number.isFinite(value))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
