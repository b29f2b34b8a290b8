/** By name of the filter, its value. */
export type Filters = Readonly<Record<string, string>>;

interface Result {
  readonly data: () => Promise<{ readonly url: string; readonly meta: Readonly<Record<string, string>> }>;
}

/** What we use of Pagefind's own script, which comes with the index. */
export interface Pagefind {
  readonly options: (options: Readonly<Record<string, unknown>>) => Promise<void>;
  /** By filter, how many records there are for each value. */
  readonly filters: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  /** A null query finds all that the filters leave. */
  readonly search: (
    query: string | null,
    options: { filters: Filters },
  ) => Promise<{ readonly results: readonly Result[] }>;
}

/** Loads the index of a folder. */
export async function loadEngine(folder: string, baseUrl: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ excerptLength: 0, baseUrl });
  return pagefind;
}
