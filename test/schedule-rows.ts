import type { Snapshot, SnapshotRow } from '../src/schedule/snapshot.ts';

/** A row of a schedule in which only what a test is about needs to be said. */
export function row(parts: Partial<SnapshotRow> = {}): SnapshotRow {
  return {
    permit: '21MFF-00001',
    locationId: '1',
    weekday: 'friday',
    start24: '10:00',
    end24: '15:00',
    applicant: 'Anzu To You',
    address: '2535 TAYLOR ST',
    text: '',
    food: 'Tacos',
    cold: false,
    latitude: 37.805885,
    longitude: -122.415945,
    standing: 'permitted',
    status: 'APPROVED',
    expiresOn: '2022-11-15',
    permitFood: null,
    facility: 'Truck',
    crossStreets: null,
    scheduleUrl: null,
    ...parts,
  };
}

/** A snapshot of rows without problems. */
export function snapshot(rows: readonly SnapshotRow[]): Snapshot {
  return { rows, problems: [] };
}
