import { describe, expect, it } from 'vitest';
import { row, snapshot } from '../../test/schedule-rows.ts';
import { readCity } from './read-city.ts';
import { renamedTrucks } from './renamed.ts';

/** A city of trucks by name, each with one permit. */
const city = (trucks: Readonly<Record<string, string>>) =>
  readCity(
    snapshot(
      Object.entries(trucks).map(([applicant, permit]) => row({ applicant, permit, locationId: permit })),
    ),
  );

describe('renamedTrucks', () => {
  it('follows a permit to the truck’s new slug', () => {
    const before = city({ Anzu: 'P1', Beta: 'P2' });
    expect(renamedTrucks(before, city({ 'Anzu To You': 'P1', Beta: 'P2' }), {})).toEqual({
      anzu: 'anzu-to-you',
    });
  });

  it('leads older slugs on, and forgets those of trucks that are gone', () => {
    const before = city({ 'Anzu To You': 'P1', Beta: 'P2' });
    const earlier = { anzu: 'anzu-to-you', bee: 'beta' };
    expect(renamedTrucks(before, city({ Zuan: 'P1' }), earlier)).toEqual({
      anzu: 'zuan',
      'anzu-to-you': 'zuan',
    });
  });

  it('says nothing of a slug that a truck has', () => {
    const before = city({ Anzu: 'P1', Beta: 'P2' });
    expect(renamedTrucks(before, city({ Beta: 'P1', Anzu: 'P2' }), {})).toEqual({});
    expect(renamedTrucks(before, before, { anzu: 'beta' })).toEqual({});
  });

  it('says nothing of a truck whose permits went with it', () => {
    expect(renamedTrucks(city({ Anzu: 'P1' }), city({ Beta: 'P2' }), {})).toEqual({});
  });
});
