import type { Owner } from '../content/owner.ts';
import type { Truck } from '../schedule/city.ts';
import type { DateRange } from '../schedule/dates.ts';
import type { SiteCity } from './cities.ts';
import { shared } from './view-key.ts';

/** A city's trucks as their owners know them. */
interface Owned {
  /** By the truck's address of today. */
  readonly owners: ReadonlyMap<string, Owner>;
  /** Addresses that trucks had before, and the one they have now. */
  readonly moved: ReadonlyMap<string, string>;
}

const known = new WeakMap<SiteCity, Owned>();
const never: readonly DateRange[] = shared([]);

/** What the owner says of each truck, by the truck's slug. */
export function ownersOf(site: SiteCity): ReadonlyMap<string, Owner> {
  return ownedOf(site).owners;
}

/**
 * Old slugs of trucks → the slug of today: those that the log saw change, those that owners name, and the one in an
 * owner's file whose truck was found by its permits. None that another truck has now.
 */
export function movedTrucks(site: SiteCity): ReadonlyMap<string, string> {
  return ownedOf(site).moved;
}

/** The days on which a truck has no stop, as its owner says; mostly none. */
export function closedDays(site: SiteCity, slug: string): readonly DateRange[] {
  return ownersOf(site).get(slug)?.closed ?? never;
}

function ownedOf(site: SiteCity): Owned {
  const owned = known.get(site) ?? readOwned(site);
  known.set(site, owned);
  return owned;
}

function readOwned({ content, city, log }: SiteCity): Owned {
  const bySlug = new Map(city.trucks.map((truck) => [truck.slug, truck]));
  const moved = new Map<string, string>();
  const move = (from: string, to: string) => {
    if (!bySlug.has(from)) moved.set(from, to);
  };
  for (const [from, to] of Object.entries(log.renamed ?? {})) if (bySlug.has(to)) move(from, to);
  const owners = new Map<string, Owner>();
  for (const owner of content.owners) {
    const slug = (truckByPermit(city.trucks, owner) ?? bySlug.get(moved.get(owner.truck) ?? owner.truck))
      ?.slug;
    if (slug === undefined || owners.has(slug)) continue;
    owners.set(slug, shared(owner));
    for (const old of [owner.truck, ...owner.formerly]) move(old, slug);
  }
  return { owners, moved };
}

/** Permits tell a truck better than its name; where none is known any more, the name has to do. */
function truckByPermit(trucks: readonly Truck[], { permits }: Owner): Truck | undefined {
  if (permits.length === 0) return undefined;
  const wanted = new Set(permits);
  return trucks.find((truck) => truck.permits.some(({ permit }) => wanted.has(permit)));
}
