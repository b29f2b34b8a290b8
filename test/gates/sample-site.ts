import { inject } from 'vitest';

/** The sample as all suites share it: 38 trucks and the hostile rows, with neighbourhoods, streets and the banner. */
export interface SampleSite {
  readonly out: string;
  readonly origin: string;
}

/** The built sample, served; the first who asks waits some ten seconds for its build. */
export async function sampleSite(): Promise<SampleSite> {
  const response = await fetch(inject('sampleAddress'));
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as SampleSite;
}
