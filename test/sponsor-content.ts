import type { Rates } from '../src/content/rates.ts';

/** What a week costs, in a test. */
export const rates: Rates = {
  city: 'sf',
  contact: 'sponsors@curbside.example',
  weekly: [{ page: 'home', size: 'strip', price: { minor: 15000, currency: 'USD' } }],
};
