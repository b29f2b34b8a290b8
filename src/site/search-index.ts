import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchRecord } from './search-records.ts';

/** One file of a search index, its path relative to the index's folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** Pagefind also gives whole user interfaces, which nobody loads; the page has its own. */
const needed =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.en\.pagefind|pagefind\.[\w-]+\.pf_meta|(index|fragment|filter)\/[\w.-]+)$/;

/**
 * The files of a search index over the records, by path. The same records in the same order give the same bytes.
 * About 0.3 s for each hundred records. Fails with Pagefind's own words when it refuses a record.
 */
export async function writeSearchIndex(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', keepIndexUrl: true });
  if (index === undefined) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
  try {
    for (const record of records) await addRecord(index, record);
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(`Pagefind wrote no index: ${faults.join('; ')}`);
    const kept = files
      .filter((file) => needed.test(file.path))
      .map(({ path, content }) => ({ path, content }));
    return kept.sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await index.deleteIndex();
    await close();
  }
}

async function addRecord(
  index: PagefindIndex,
  { url, kind, title, about, content, foods, neighborhoods }: SearchRecord,
): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url,
    language: 'en',
    content: content === '' ? title : content,
    meta: { title, kind, about },
    filters: { kind: [kind], food: [...foods], neighborhood: [...neighborhoods] },
  });
  if (errors.length > 0) throw new Error(`Pagefind refused ${url}: ${errors.join('; ')}`);
}
