/** Answer of `/api/health`. */
export interface Health {
  readonly status: 200 | 503;
  readonly body: object;
}

interface StatusFile {
  readonly pages: number;
  readonly codeDigest: string;
  readonly cities: Readonly<Record<string, { readonly snapshot: string; readonly pulledAt: string }>>;
}

/** The health of a site from the text of its /status.json (null when there is none): sizes, digests, and ages in seconds. */
export function readHealth(text: string | null, now: Date): Health {
  if (text === null) return unwell('status.json is missing: the site was not built here');
  const file = parseStatus(text);
  if (file === null) return unwell('status.json is damaged');
  const cities = Object.fromEntries(
    Object.entries(file.cities).map(([key, { snapshot, pulledAt }]) => {
      return [
        key,
        { snapshot, pulledAt, ageSeconds: Math.floor((now.getTime() - Date.parse(pulledAt)) / 1000) },
      ];
    }),
  );
  return { status: 200, body: { status: 'ok', pages: file.pages, codeDigest: file.codeDigest, cities } };
}

function unwell(reason: string): Health {
  return { status: 503, body: { status: 'unavailable', reason } };
}

function parseStatus(text: string): StatusFile | null {
  try {
    const file = JSON.parse(text) as StatusFile | null;
    return typeof file?.cities === 'object' ? file : null;
  } catch {
    return null;
  }
}
