const longestWaitMs = 10_000;

/**
 * Whether the city takes a token; it refuses a wrong one with 403, and answers without any. Throws when nobody answers, or
 * anything else: then nothing is known of the token.
 */
export async function cityTakes(address: string, token: string): Promise<boolean> {
  const response = await fetch(address, {
    headers: { 'X-App-Token': token },
    redirect: 'error', // the token goes to the city alone
    signal: AbortSignal.timeout(longestWaitMs),
  });
  await response.body?.cancel();
  if (response.ok) return true;
  if (response.status === 401 || response.status === 403) return false;
  throw new Error(`The city answers ${response.status}, which says nothing of the token.`);
}
