import { papersOf } from './permits.ts';
import { addressOf, type Shift, type StandPlan, type TruckPlan } from './plan.ts';
import { hour24, hourLabel } from './words.ts';

/** One object as the API sends it: texts only, and no key for what is unknown. */
export type ApiRow = Readonly<Record<string, string>>;

/** One truck in the two tables of the city. */
export interface TruckRows {
  readonly schedule: ApiRow[];
  readonly permits: ApiRow[];
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Writes plans down in the city's columns, with permit numbers and location ids that never repeat. */
export class Registry {
  readonly #asOf: string;
  #permits = 0;
  #locations = 1_800_000;

  constructor(asOf: string) {
    this.#asOf = asOf;
  }

  rowsOf(truck: TruckPlan): TruckRows {
    const permits = truck.permits.map(({ state, scheduleUrl }) => {
      const papers = papersOf(state, this.#asOf);
      const year = (papers?.receivedOn ?? this.#asOf).slice(2, 4);
      const permit = `${year}MFF-${String(++this.#permits).padStart(5, '0')}`;
      return {
        permit,
        papers,
        schedule: scheduleUrl ?? `https://permits.example.org/schedule/${permit}.pdf`,
      };
    });
    const rows: TruckRows = { schedule: [], permits: [] };
    for (const stand of truck.stands) {
      const { permit, papers, schedule } = permits[stand.permit ?? 0]!;
      const located = { permit, locationid: String((this.#locations += 7)) };
      rows.schedule.push(...stand.shifts.map((shift) => scheduleRow(truck, stand, { ...located, shift })));
      if (papers && !stand.without?.includes('permit row')) {
        rows.permits.push(permitRow(truck, stand, { ...located, schedule, ...papers }));
      }
    }
    return rows;
  }
}

interface Located {
  readonly permit: string;
  readonly locationid: string;
}

function scheduleRow(
  truck: TruckPlan,
  stand: StandPlan,
  { permit, locationid, shift }: Located & { shift: Shift },
): ApiRow {
  return withoutNulls({
    dayorder: String(shift.dayorder ?? shift.weekday),
    dayofweekstr: dayNames[shift.weekday]!,
    starttime: hourLabel(shift.start),
    endtime: hourLabel(shift.end),
    permit,
    location: stand.address ?? addressOf(stand.spot),
    locationdesc: stand.text,
    optionaltext: truck.food,
    locationid,
    start24: hour24(shift.start),
    end24: hour24(shift.end),
    cnn: stand.spot.centreLine,
    block: stand.spot.block,
    lot: stand.spot.lot,
    coldtruck: truck.cold ? 'Y' : 'N',
    applicant: truck.applicant,
    ...coordinates(stand),
  });
}

/** The city writes zero for what it does not know. */
function coordinates({ spot, without }: StandPlan): { latitude: string; longitude: string } {
  if (without?.includes('coordinates')) return { latitude: '0', longitude: '0' };
  return { latitude: spot.latitude.toFixed(9), longitude: spot.longitude.toFixed(9) };
}

interface Papers extends Located {
  readonly status: string;
  readonly expiresOn: string | null;
  readonly receivedOn: string;
  readonly approvedOn: string | null;
  readonly schedule: string;
}

function permitRow(truck: TruckPlan, stand: StandPlan, papers: Papers): ApiRow {
  return withoutNulls({
    objectid: papers.locationid,
    applicant: truck.applicant,
    facilitytype: truck.facility,
    locationdescription: stand.without?.includes('cross streets') ? null : stand.spot.crossStreets,
    address: stand.address ?? addressOf(stand.spot),
    permit: papers.permit,
    status: papers.status,
    fooditems: truck.food,
    approved: papers.approvedOn && timestamp(papers.approvedOn),
    received: papers.receivedOn.replaceAll('-', ''),
    expirationdate: papers.expiresOn && timestamp(papers.expiresOn),
    dayshours: dayHours(stand.shifts),
    schedule: papers.schedule,
  });
}

/** "Mo/We/Fr:11AM-2PM"; null for a location with several pairs of hours, as the city leaves out most. */
function dayHours(shifts: readonly Shift[]): string | null {
  const hours = new Set(shifts.map(({ start, end }) => `${hourLabel(start)}-${hourLabel(end)}`));
  if (hours.size !== 1) return null;
  return `${shifts.map(({ weekday }) => dayNames[weekday]!.slice(0, 2)).join('/')}:${[...hours].join()}`;
}

/** A floating timestamp: the city's clock, no zone. */
function timestamp(date: string): string {
  return `${date}T00:00:00.000`;
}

function withoutNulls(columns: Readonly<Record<string, string | null>>): ApiRow {
  const row: Record<string, string> = {};
  for (const [column, value] of Object.entries(columns))
    if (value !== null && value !== '') row[column] = value;
  return row;
}
