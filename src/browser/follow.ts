/** Trucks and places that the reader follows, kept on the device: "truck/anzu-to-you", "place/2535-taylor-st". */
export type Followed = readonly string[];

const keyOf = (city: string) => `curbside.${city}.follow`;
const follower = /^(truck|place)\/[\w-]{1,200}$/;
/** More than anybody follows; a list that somebody made up must not fill the page. */
const most = 200;

/** What is followed in a city, in the order in which it was chosen; nothing where the browser keeps nothing. */
export function readFollowed(city: string): Followed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(city)) ?? '[]');
    return Array.isArray(kept) ? listFrom(kept) : [];
  } catch {
    return [];
  }
}

/** Keeps a list; false when the browser refuses. */
export function writeFollowed(city: string, followed: Followed): boolean {
  try {
    localStorage.setItem(keyOf(city), JSON.stringify(followed));
    return true;
  } catch {
    return false;
  }
}

/** A list as the end of a link, "#truck/anzu,place/2535-taylor-st": browsers send it to nobody. */
export function hashFromList(followed: Followed): string {
  return `#${followed.join()}`;
}

/** The list that a link brings; what is no truck or place in it is left out. */
export function listFromHash(hash: string): Followed {
  return listFrom(hash.slice(1).split(','));
}

function listFrom(items: readonly unknown[]): string[] {
  const valid = items.filter((item) => typeof item === 'string' && follower.test(item)) as string[];
  return [...new Set(valid)].slice(0, most);
}
