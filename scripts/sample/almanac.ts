import { coldMenu } from './menus.ts';
import type { TruckPlan } from './plan.ts';
import { standFromLine } from './stand.ts';
import type { Kerbs } from './spots.ts';

/** Cold trucks whose texts say the time in every way the rules know, and in the ways they must not fall for. */
export function planAlmanacs(kerbs: Kerbs): TruckPlan[] {
  const food = coldMenu.texts[0]!;
  const truck = (applicant: string, lines: string): TruckPlan => ({
    applicant,
    facility: 'Truck',
    cold: true,
    food,
    permits: [{ state: 'approved' }],
    stands: lines.trim().split('\n').map((line) => standFromLine(kerbs, line)), // prettier-ignore
  });
  return [
    truck('Tidewater Almanac Catering', forms),
    truck('Two Clocks Catering', qualifiers),
    truck('Contrary Wren Catering #5', quarrels),
  ];
}

const forms = `
401 CLAY ST | 12345 | 7-8 12-13 | Set-up at 400 Clay St: 7:00am-7:10am, 12:00pm-12:10pm
150 CALIFORNIA ST | 135 | 11-12 | 11:05-11:10am
220 SANSOME ST | 24 | 10-12 | 10:20-11:50am
601 MONTGOMERY ST | 135 | 10-15 | Set-up at 649 Montgomery St: 1030am-3:00pm
120 BATTERY ST | 24 | 6-9 | 6:45am to 8:30am
700 BUSH ST | 135 | 9-10 | 9:30AM TO 9:40 AM
81 SUTTER ST | 12 | 5-6 | Set-up @ 80 Sutter St: 5am-6am
1200 POTRERO AVE | 45 | 10-16 | Set-up at 1198 Potrero Avenue: 10:30am-4:00pmm
351 BERRY ST | 135 | 10-11 12-13 | 351-361 Berry St: 10am-10:10am, 12pm-12:10pm
300 BEALE ST | 24 | 9-10 | Setup at 301 Beale St. 9:56am-9:57am & 315 Beale St: 9:57am-9:58am
640 TENNESSEE ST | 5 | 8-9 13-14 | 8:30am-8:35am. 1:40pm-1:50pm; approx. 60ft north of 18th St, same spot since 2019
900 MINNESOTA ST | 35 | 8-8 | 8:35am-8:40am
1401 16TH ST | 35 | 11-12 | 11:55am-12:20pm
2301 SAN BRUNO AVE | 6 | 14-16 | 1:00pm-6:00pm
`;

const qualifiers = `
1301 MINNESOTA ST | 12345 | 7-8 10-11 | 7:15am-7:20am, 10:00am-10:05am (all M-F)
1301 TENNESSEE ST | 135 | 9-10 14-15 | Set-up at 1290 Tennessee: 2:15pm-2:20pm. Set-up at 1310 Tennessee: 9:55am-10:00am (ALL M-F)
1101 ILLINOIS ST | 60 | 9-15 | Setup at 1120 Illinois St. 9:00am-3:00pm (Sat), 9:30am-2:00pm (Sun)
2201 MARIPOSA ST | 56 | 8-15 | Set-up at 2210 Mariposa St: 10:30am-2:00pm (M-F), 8:00am-3:00pm (Sat)
1501 CARROLL AVE | 16 | 10-14 | 10:30am-2:00pm (M-Sa)
1400 DONNER AVE | 03 | 16-22 | Set-up at 1410 Donner Ave: 4:15pm-10:00pm (M-Su)
701 BRYANT ST | 15 | 5-6 | 5:30AM TO 6AM MON - FRI
2701 TARAVAL ST | 0 | 10-14 | 10:30 AM TO 2:00 PM SUN
3201 NORIEGA ST | 24 | 10-18 | 10am to 6pm Mon thru Friday
401 GENEVA AVE | 34 | 10-11 12-13 | 10:00am-10:15am & 12:00pm-12:15pm (M-F)
2101 IRVING ST | 560 | 10-20 | Cart operating Friday, Saturday, & Sunday from 10AM to 8PM
1101 OCEAN AVE | 25 | 11-14 | 11:30am-1:30pm M-F
`;

const quarrels = `
1101 HOWARD ST | 135 | 6-7 | Setup at 1130 Howard St. 11:45am-11:50am
501 BRANNAN ST | 24 | 11-12 | 6:10am-6:20am, 10:05am-10:10am
2601 24TH ST | 6 | 9-11 | Set-up at 2610 24th St: 9:00am-3:00pm (M-F)
2001 03RD ST | 5 | 9-12 | 9:30am-4:30am
`;
