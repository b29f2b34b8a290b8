import { planAlmanacs } from './almanac.ts';
import type { PermitPlan, PermitState, TruckPlan } from './plan.ts';
import { daily, standAt, weekend, workdays, type HandWritten } from './stand.ts';
import { assessorsBlockOf } from './plan.ts';
import type { Kerbs } from './spots.ts';

type HandWrittenTruck = Omit<TruckPlan, 'stands' | 'permits' | 'facility' | 'cold'> & {
  readonly facility?: TruckPlan['facility'];
  readonly permits?: readonly (PermitPlan | PermitState)[];
  readonly at: readonly (readonly [where: string, plan: HandWritten])[];
};

/** The trucks written by hand: one or more for every odd case of the city's real rows. They open every sample. */
export function planOddities(kerbs: Kerbs): TruckPlan[] {
  const trucks = [...oddNames, ...oddPlaces, ...oddHours, ...oddPermits].map((truck) =>
    planTruck(kerbs, truck),
  );
  return [...trucks, ...planBlocks(kerbs), planFleet(kerbs), ...planAlmanacs(kerbs)];
}

function planTruck(
  kerbs: Kerbs,
  { at, permits = ['approved'], facility = 'Truck', ...truck }: HandWrittenTruck,
): TruckPlan {
  return {
    ...truck,
    facility,
    cold: false,
    permits: permits.map((permit) => (typeof permit === 'string' ? { state: permit } : permit)),
    stands: at.map(([where, plan]) => standAt(kerbs, where, plan)),
  };
}

const lunch = { days: workdays, hours: '11-14' };

/** Names that are hostile, that become one slug, or that become none. */
const oddNames: readonly HandWrittenTruck[] = [
  {
    applicant: 'Bobby "Tables" <b>Burgers</b>',
    food: `Burgers & fries; <script>alert('lunch')</script>, "secret" sauce, \\u003cshakes\\u003e`,
    permits: [{ state: 'approved', scheduleUrl: "javascript:alert('timetable')" }],
    at: [
      ['555 MISSION ST', { ...lunch, text: "</script><!-- On the south side of Mission Street, 27' 3\" from the corner -->" }],
      ['301 TOWNSEND ST', { days: weekend, hours: '10-20', text: '\u202eediSni thgir\u202c \u2066by the gate\u2069 \u001b[31mred\u001b[0m kerb\u0007: 11:00am-7:30pm' }],
    ],
  },
  { applicant: 'Two Left Shoes', food: 'Waffles, fried chicken, syrup', at: [['555 MISSION ST', { ...lunch, text: null }]] },
  { applicant: 'Two Left Shoes!', food: 'Crepes, sweet & savory', at: [['201 02ND ST', { ...lunch, text: 'Corner of Howard St' }]] },
  { applicant: 'TWO-LEFT SHOES', food: null, at: [['1501 HAIGHT ST', { days: [6], hours: '9-15', text: '' }]] },
  { applicant: '!!!', food: 'Very hot wings, slaw', at: [['2399 UNION ST', { days: [5, 6], hours: '17-22', text: 'On Union St' }]] },
  { applicant: '夜市', food: 'Night market: skewers, bao, milk tea 奶茶', at: [['1201 CLEMENT ST', { days: [5, 6, 0], hours: '17-23', text: null }]] },
  { applicant: 'Señora Niebla’s Ñoquis', food: 'Gnocchi, empanadas, café con leche', at: [['901 VALENCIA ST', { ...lunch, text: '11:30am-2:00pm' }]] },
  { applicant: 'Quiet Anchor Holdings LLC dba Nine Gulls Chowder', food: 'Clam chowder in bread bowls', at: [['2699 TAYLOR ST', { days: daily, hours: '10-18', text: 'On Taylor St at Jefferson St' }]] },
  { applicant: 'Harbor Lantern, Inc. DBA: The Paper Crane', food: 'Japanese sandwiches, onigiri', at: [['555 MISSION ST', { ...lunch, text: '11:15am-1:45pm' }]] },
  { applicant: "Saltgrass Foods, Inc. dba. Marmot's Melts", food: 'Grilled cheese; tomato soup', at: [['101 CALIFORNIA ST', { ...lunch, text: 'Front St side' }]] },
  { applicant: 'QX & VT LLC', food: 'Halal gyros over rice, falafel', facility: 'Push Cart', at: [['455 MARKET ST', { days: daily, hours: '6-24', text: 'Pushcart on the south side of Market St. 125 feet west of Fremont St.' }]] },
  { applicant: 'PELICAN STREET KITCHEN OF SF', food: 'Tacos, burritos, quesadillas', facility: null, at: [['3001 CESAR CHAVEZ ST', { days: daily, hours: '10-21', text: null }]] },
  {
    applicant: 'Greater Bay Mobile Sandwich and Lemonade Cooperative of Nineteen Hundred and Six, Incorporated',
    food: 'Sandwiches, lemonade',
    at: [['1 MONTGOMERY ST', { ...lunch, text: `West side of Montgomery St. ${'No sales within two hours of a parade, street fair or film shoot; call ahead. '.repeat(4)}11:00am-1:45pm` }]],
  },
]; // prettier-ignore

/** One address with several locations, and locations of which the city knows little. */
const oddPlaces: readonly HandWrittenTruck[] = [
  {
    applicant: 'Widdershins Waffles',
    food: 'Belgian waffles, hot chocolate',
    permits: ['approved', 'approved'],
    at: [
      ['199 GEARY ST', { days: workdays, hours: '11-17', text: 'Approximately 80 feet east of the corner' }],
      [
        '199 GEARY ST',
        {
          days: weekend,
          hours: '11-22',
          text: 'Approved separately after a request for expanded hours',
          permit: 1,
        },
      ],
      ['199 GEARY ST', { days: [5], hours: '18-23', text: 'Approved separately, evening', permit: 1 }],
    ],
  },
  {
    applicant: 'Cartographer’s Coffee',
    food: 'Coffee, espresso drinks, pastries',
    at: [
      ['101 MARKET ST', { days: workdays, hours: '7-11', text: 'By the clock', without: ['permit row'] }],
      [
        '2001 HAYES ST',
        { days: [6], hours: '8-12', text: 'Somewhere on Hayes St', without: ['coordinates'] },
      ],
      ['499 WEST PORTAL AVE', { days: [0, 3], hours: '8-12', text: null, misnumbered: [3] }],
    ],
  },
];

/** Nights, days of twenty-four hours, and stops that reach past their row. */
const oddHours: readonly HandWrittenTruck[] = [
  { applicant: 'Owl & Ember', food: 'BBQ ribs, corn bread', at: [['1699 MARKET ST', { days: [4, 5, 6], hours: '20-2', text: 'In front of the theatre' }], ['2501 MISSION ST', { days: [0, 3], hours: '20-2', text: '8:30pm-11:00pm, 12:30am-1:30am' }]] },
  {
    applicant: 'Last Call Lumpia',
    food: 'Filipino: lumpia, adobo rice plates',
    at: [
      ['3199 16TH ST', { days: [5, 6], hours: '18-24', text: 'Corner of 16th and Valencia' }],
      ['3199 16TH ST', { days: [6, 0], hours: '0-2', text: 'Corner of 16th and Valencia' }],
      ['601 BROADWAY', { days: [6], hours: '22-24', text: 'Past the tunnel', misnumbered: [6] }],
    ],
  },
  { applicant: 'Round the Clock Rolls', food: 'Lobster rolls, crab rolls, coffee', at: [['301 02ND ST', { days: [1, 2], hours: '0-24', text: 'Always here' }], ['801 GEARY ST', { days: [4, 5], hours: '11-14', text: '11:15am-2:20pm' }]] },
]; // prettier-ignore

/** One permit in each state it can be in. */
const oddPermits: readonly HandWrittenTruck[] = [
  {
    applicant: 'Paperwork Pretzels',
    food: 'Soft pretzels, mustard, kettle corn',
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
    ].map(
      (where, permit) =>
        [where, { days: [2, 4], hours: '10-15', text: 'Push cart on the sidewalk', permit }] as const,
    ),
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
    ].map(
      (where, permit) => [where, { days: [3, 5], hours: '11-15', text: '11:30am-2:30pm', permit }] as const,
    ),
  },
  {
    applicant: 'The Locked Gate',
    food: 'Pizza slices, sodas',
    permits: ['suspended', 'inactive', 'on hold', 'a status nobody knows'],
    at: ['1901 LOMBARD ST', '901 COLUMBUS AVE', '2901 BALBOA ST', '4501 FULTON ST'].map(
      (where, permit) =>
        [where, { days: [1, 5], hours: '12-15', text: 'Fronting the gate', permit }] as const,
    ),
  },
];

/** Locations that the city knows by block and lot only: with a street in the text, with cross streets, with neither. */
function planBlocks(kerbs: Kerbs): TruckPlan[] {
  const stand = (where: string, plan: HandWritten) => {
    const planned = standAt(kerbs, where, plan);
    return { ...planned, address: assessorsBlockOf(planned.spot) };
  };
  return [
    {
      applicant: 'Blockhead Bao',
      facility: 'Truck',
      cold: false,
      food: 'Steamed buns, dumplings, potstickers',
      permits: [{ state: 'approved' }],
      stands: [
        stand('301 FREMONT ST', { ...lunch, text: 'Set-up at 325 Fremont St: 11:10am-1:50pm' }),
        stand('1401 ILLINOIS ST', { days: [2, 4], hours: '10-14', text: 'By the shipyard gate' }),
        stand('1001 GENEVA AVE'.replace('1001', '901'), {
          days: [6],
          hours: '10-14',
          text: null,
          without: ['cross streets'],
        }),
      ],
    },
  ];
}

/** One permit at fifteen kerbs in the same hours: a fleet, or a route that the city does not put in order. */
function planFleet(kerbs: Kerbs): TruckPlan {
  const kerbsOfFleet =
    '250 BATTERY ST,350 BEALE ST,401 BRANNAN ST,333 BRYANT ST,301 CALIFORNIA ST,450 FOLSOM ST,201 FREMONT ST,500 HARRISON ST,' +
    '150 HOWARD ST,601 MARKET ST,401 MONTGOMERY ST,350 SANSOME ST,101 TOWNSEND ST,401 03RD ST,301 04TH ST';
  return {
    applicant: 'Fogline Lunch Fleet, Inc.',
    facility: 'Truck',
    cold: false,
    food: 'Rotating kitchens: tacos, curry, noodles, barbecue',
    permits: [{ state: 'approved' }],
    stands: kerbsOfFleet
      .split(',')
      .map((where) =>
        standAt(kerbs, where, { days: [2, 4], hours: '11-14', text: 'Rotating trucks of the fleet' }),
      ),
  };
}
