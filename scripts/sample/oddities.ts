import { planAlmanacs } from './almanac.ts';
import { oddNames } from './odd-names.ts';
import type { PermitPlan, PermitState, TruckPlan } from './plan.ts';
import { standFromLine } from './stand.ts';
import type { Kerbs } from './spots.ts';

/** A truck written by hand: its stands as lines for `standFromLine`, one approved permit unless others are listed. */
export interface HandWritten extends Pick<TruckPlan, 'applicant' | 'food'> {
  readonly facility?: TruckPlan['facility'];
  readonly permits?: readonly (PermitPlan | PermitState)[];
  readonly at: readonly string[];
}

/** The trucks written by hand: one or more for every odd case of the city's real rows. They open every sample. */
export function planOddities(kerbs: Kerbs): TruckPlan[] {
  const kitchens = [...oddNames, ...oddPlaces, ...oddHours, ...oddPermits].map((truck) =>
    planTruck(kerbs, truck),
  );
  return [...kitchens, ...planAlmanacs(kerbs)];
}

function planTruck(
  kerbs: Kerbs,
  { at, permits = ['approved'], facility = 'Truck', applicant, food }: HandWritten,
): TruckPlan {
  return {
    applicant,
    food,
    facility,
    cold: false,
    permits: permits.map((permit) => (typeof permit === 'string' ? { state: permit } : permit)),
    stands: at.map((line) => standFromLine(kerbs, line)),
  };
}

/** One address with several locations, blocks instead of addresses, one permit at fifteen kerbs, and what the city forgot. */
const oddPlaces: readonly HandWritten[] = [
  {
    applicant: 'Widdershins Waffles',
    food: 'Belgian waffles, hot chocolate',
    permits: ['approved', 'approved'],
    at: [
      '199 GEARY ST | 12345 | 11-17 | Approximately 80 linear feet east of the Stockton St & Geary St intersection',
      '199 GEARY ST | 60 | 11-22 | Approved separately after a request for expanded hours | permit 2',
      '199 GEARY ST | 5 | 18-23 | Approved separately, evenings | permit 2',
    ],
  },
  {
    applicant: 'Cartographer’s Coffee',
    food: 'Coffee, espresso drinks, pastries',
    at: [
      '101 MARKET ST | 12345 | 7-11 | By the clock | no permit row',
      '2001 HAYES ST | 6 | 8-12 | Somewhere on Hayes St | no coordinates',
      '499 WEST PORTAL AVE | 03 | 8-12 | | dayorder wrong on 3',
    ],
  },
  {
    applicant: 'Blockhead Bao',
    food: 'Steamed buns, dumplings, potstickers',
    at: [
      "301 FREMONT ST | 12345 | 11-14 | Set-up at 325 Fremont St: 11:10am-1:50pm | assessor's block",
      "1401 ILLINOIS ST | 24 | 10-14 | By the shipyard gate | assessor's block",
      "901 GENEVA AVE | 6 | 10-14 | | assessor's block, no cross streets",
    ],
  },
  {
    applicant: 'Fogline Lunch Fleet, Inc.',
    food: 'Rotating kitchens: tacos, curry, noodles, barbecue',
    // prettier-ignore
    at: [
      '250 BATTERY ST', '350 BEALE ST', '401 BRANNAN ST', '333 BRYANT ST', '301 CALIFORNIA ST', '450 FOLSOM ST', '201 FREMONT ST',
      '500 HARRISON ST', '150 HOWARD ST', '601 MARKET ST', '401 MONTGOMERY ST', '350 SANSOME ST', '101 TOWNSEND ST', '401 03RD ST',
      '301 04TH ST',
    ].map((where) => `${where} | 24 | 11-14 | Rotating trucks of the fleet`),
  },
];

/** Nights, days of twenty-four hours, and stops that reach past their row. */
const oddHours: readonly HandWritten[] = [
  {
    applicant: 'Owl & Ember',
    food: 'BBQ ribs, corn bread',
    at: [
      '1699 MARKET ST | 456 | 20-2 | In front of the theatre',
      '2501 MISSION ST | 03 | 20-2 | 8:30pm-11:00pm, 12:30am-1:30am',
    ],
  },
  {
    applicant: 'Last Call Lumpia',
    food: 'Filipino: lumpia, adobo rice plates',
    at: [
      '3199 16TH ST | 56 | 18-24 | Corner of 16th and Valencia',
      '3199 16TH ST | 60 | 0-2 | Corner of 16th and Valencia',
      '601 BROADWAY | 6 | 22-24 | Past the tunnel | dayorder wrong on 6',
    ],
  },
  {
    applicant: 'Round the Clock Rolls',
    food: 'Lobster rolls, crab rolls, coffee',
    at: ['301 02ND ST | 12 | 0-24 | Always here', '801 GEARY ST | 45 | 11-14 | 11:15am-2:20pm'],
  },
];

/** One permit in each state it can be in. */
const oddPermits: readonly HandWritten[] = [
  {
    applicant: 'Paperwork Pretzels',
    food: 'Soft pretzels, mustard, kettle corn',
    facility: 'Push Cart',
    permits: [
      'issued',
      'issued without a date',
      'postapproved',
      'approved until lately',
      'issued until lately',
      'expired lately',
    ],
    at: [
      '401 KEARNY ST',
      '501 POST ST',
      '901 PINE ST',
      '1101 SUTTER ST',
      '1001 POLK ST',
      '1501 VAN NESS AVE',
    ].map((where, index) => `${where} | 24 | 10-15 | Push cart on the sidewalk | permit ${index + 1}`),
  },
  {
    applicant: 'Pending Pickles, Inc.',
    food: 'Vegan: pickles, kimchi, bowls',
    permits: [
      'requested without a date',
      'requested, expired lately',
      'missing',
      'requested, expired long ago',
      'expired long ago',
    ],
    at: [
      '701 FILLMORE ST',
      '801 DIVISADERO ST',
      '1299 DOLORES ST',
      '601 GUERRERO ST',
      '2101 CHESTNUT ST',
    ].map((where, index) => `${where} | 35 | 11-15 | 11:30am-2:30pm | permit ${index + 1}`),
  },
  {
    applicant: 'The Locked Gate',
    food: 'Pizza slices, sodas',
    permits: ['suspended', 'inactive', 'on hold', 'a status nobody knows'],
    at: ['1901 LOMBARD ST', '901 COLUMBUS AVE', '2901 BALBOA ST', '4501 FULTON ST'].map(
      (where, index) => `${where} | 15 | 12-15 | Fronting the gate | permit ${index + 1}`,
    ),
  },
  {
    applicant: 'Off the Books Bánh Mì',
    food: 'Sandwiches: bánh mì, iced coffee',
    permits: ['missing'],
    at: ['901 VALENCIA ST | 12345 | 11-15 | 11:30am-2:15pm'],
  },
];
