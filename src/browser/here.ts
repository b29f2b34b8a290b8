import type { Point } from './distance.ts';

const key = 'curbside.here';

/**
 * Where the reader is, asked of the device: rejects when it is refused. Kept for this tab only, so that the next page
 * need not ask again; it is sent nowhere and stands in no address.
 */
export async function askHere(): Promise<Point> {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { maximumAge: 60_000, timeout: 15_000 });
  });
  const here: Point = [coords.latitude, coords.longitude];
  try {
    sessionStorage.setItem(key, JSON.stringify(here));
  } catch {
    // A browser that keeps nothing asks again.
  }
  return here;
}

/** Where the reader was found in this tab; null when nobody asked. */
export function knownHere(): Point | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Point | null;
  } catch {
    return null;
  }
}

/** Forgets it. */
export function forgetHere(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
