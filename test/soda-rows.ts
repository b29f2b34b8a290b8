import type { SodaRow } from './soda-tables.ts';

/** A row of the schedule as the API writes it, with the differences that a test is about; `null` leaves a value out. */
export function scheduleRow(differences: SodaRow = {}): SodaRow {
  const row = {
    dayorder: '5',
    dayofweekstr: 'Friday',
    starttime: '10AM',
    endtime: '3PM',
    permit: '21MFF-00106',
    location: '2535 TAYLOR ST',
    locationdesc: 'Set-up at 2535 Taylor St: 10:30am-10:35am',
    optionaltext: 'Japanese sandwiches',
    locationid: '1569152',
    start24: '10:00',
    end24: '15:00',
    cnn: '12463000',
    block: '0029',
    lot: '007',
    coldtruck: 'N',
    applicant: 'Datam SF LLC dba Anzu To You',
    latitude: '37.805885350100986',
    longitude: '-122.41594524663745',
    ...differences,
  };
  return withoutNulls(row);
}

/** A row of the permit table that matches `scheduleRow()`. */
export function permitRow(differences: SodaRow = {}): SodaRow {
  const row = {
    objectid: '1569152',
    applicant: 'Datam SF LLC dba Anzu To You',
    facilitytype: 'Truck',
    locationdescription: 'TAYLOR ST: BAY ST to NORTH POINT ST (2500 - 2599)',
    address: '2535 TAYLOR ST',
    permit: '21MFF-00106',
    status: 'APPROVED',
    fooditems: 'Asian Fusion',
    approved: '2021-11-05T00:00:00.000',
    received: '20211105',
    expirationdate: '2022-11-15T00:00:00.000',
    dayshours: 'Fr:10AM-3PM',
    schedule: 'http://bsm.sfdpw.org/PermitsTracker/reports/report.aspx?params=permit=21MFF-00106',
    ...differences,
  };
  return withoutNulls(row);
}

/** As many rows of one permit, each at a location of its own. */
export function scheduleRows(count: number): SodaRow[] {
  return Array.from({ length: count }, (_, index) => scheduleRow({ locationid: String(1_000_000 + index) }));
}

function withoutNulls(row: SodaRow): SodaRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

/** Two neighbourhoods side by side, as the API gives them. */
export const neighborhoodRows: readonly SodaRow[] = ['West Bank', 'East Bank'].map((nhood, index) => {
  const [west, south] = [-122.42 + index * 0.02, 37.76];
  const [east, north] = [west + 0.02, south + 0.04];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { nhood, the_geom: { type: 'MultiPolygon', coordinates: [[ring]] } };
});

/** A street that leads through, one that does not, and one given up. */
export const streetRows: readonly SodaRow[] = [
  ['3', true],
  ['5', true],
  ['5', false],
].map(([classcode, active], index) => {
  const latitude = 37.77 + index * 0.01;
  const coordinates = [
    [-122.42, latitude],
    [-122.4, latitude],
  ];
  return { cnn: String(index), classcode, active, line: { type: 'LineString', coordinates } };
});
