import type { SiteCity } from './cities.ts';
export interface WeekData { readonly version: number }
export function weekData(site: SiteCity): WeekData { return { version: site.rows }; }
