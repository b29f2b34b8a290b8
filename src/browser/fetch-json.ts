/** A data file of the site; null when it cannot be had, or is broken off because the reader leaves the page. */
export async function fetchJson<Data>(file: string): Promise<Data | null> {
  try {
    const response = await fetch(file);
    return response.ok ? ((await response.json()) as Data) : null;
  } catch {
    return null;
  }
}
