import type { HandWritten } from './oddities.ts';

const parade = 'No sales within two hours of a parade, street fair or film shoot; call ahead. ';

/** Names that are hostile, that become one slug, that become none, and that hide behind a company's. */
export const oddNames: readonly HandWritten[] = [
  {
    applicant: 'Bobby "Tables" <b>Burgers</b>',
    food: `Burgers & fries; <script>alert('lunch')</script>, "secret" sauce, \\u003cshakes\\u003e`,
    permits: [{ state: 'approved', scheduleUrl: "javascript:alert('timetable')" }],
    at: [
      `555 MISSION ST | 12345 | 11-14 | </script><!-- On the south side of Mission Street, 27' 3" from the corner -->`,
      // An embedding that turns the reading direction, an isolate, a terminal's colour and its bell.
      '301 TOWNSEND ST | 60 | 11-20 | \u202eetag eht yB\u202c, \u2066inside\u2069 the \u001b[31mred\u001b[0m kerb\u0007: 11:00am-7:30pm',
    ],
  },
  { applicant: 'Two Left Shoes', food: 'Waffles, fried chicken', at: ['555 MISSION ST | 12345 | 11-14 | '] },
  {
    applicant: 'Two Left Shoes!',
    food: 'Crepes, sweet & savory',
    at: ['201 02ND ST | 12345 | 11-14 | Corner of Howard St'],
  },
  { applicant: 'TWO-LEFT SHOES', food: null, at: ['1501 HAIGHT ST | 6 | 9-15 | '] },
  { applicant: '!!!', food: 'Very hot wings, slaw', at: ['2399 UNION ST | 56 | 17-22 | On Union St'] },
  {
    applicant: '夜市',
    food: 'Night market: skewers, bao, milk tea 奶茶',
    at: ['1201 CLEMENT ST | 560 | 17-23 | '],
  },
  {
    applicant: 'Señora Niebla’s Ñoquis',
    food: 'Gnocchi, empanadas, café con leche',
    at: ['901 VALENCIA ST | 12345 | 11-14 | 11:30am-2:00pm'],
  },
  {
    applicant: 'Quiet Anchor Holdings LLC dba Nine Gulls Chowder',
    food: 'Clam chowder in bread bowls',
    at: ['2699 TAYLOR ST | 0123456 | 10-18 | On Taylor St at Jefferson St'],
  },
  {
    applicant: 'Harbor Lantern, Inc. DBA: The Paper Crane',
    food: 'Japanese sandwiches, onigiri',
    at: ['555 MISSION ST | 12345 | 11-14 | 11:15am-1:45pm'],
  },
  {
    applicant: "Saltgrass Foods, Inc. dba. Marmot's Melts",
    food: 'Grilled cheese; tomato soup',
    at: ['301 CALIFORNIA ST | 12345 | 11-14 | Battery St side'],
  },
  {
    applicant: 'QX & VT LLC',
    food: 'Halal gyros over rice, falafel',
    facility: 'Push Cart',
    at: [
      '455 MARKET ST | 0123456 | 6-24 | Pushcart located on the south side of Market St. 125 feet west of Fremont St.',
    ],
  },
  {
    applicant: 'PELICAN STREET KITCHEN OF SF',
    food: 'Tacos, burritos, quesadillas',
    facility: null,
    at: ['3001 CESAR CHAVEZ ST | 0123456 | 10-21 | '],
  },
  {
    applicant:
      'Greater Bay Mobile Sandwich and Lemonade Cooperative of Nineteen Hundred and Six, Incorporated',
    food: 'Sandwiches, lemonade',
    at: [`1 MONTGOMERY ST | 12345 | 11-14 | West side of Montgomery St. ${parade.repeat(4)}11:00am-1:45pm`],
  },
];
