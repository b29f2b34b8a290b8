import { describe, expect, it } from 'vitest';
import { row } from '../../test/schedule-rows.ts';
import { siteCity } from '../../test/site-city.ts';
import { boundsOf, dotsPath, mapHeight, mapWidth, project } from './projection.ts';

const sf = boundsOf(siteCity([row()]));

describe('project', () => {
  it('puts the corners of the map at its corners, and keeps what lies outside at the edge', () => {
    expect(project(sf, sf.north, sf.west)).toEqual([4, 4]);
    expect(project(sf, sf.south, sf.east)).toEqual([mapWidth - 4, mapHeight(sf) - 4]);
    expect(project(sf, 60, -200)).toEqual([4, 4]);
  });

  it('has north above south and west left of east', () => {
    const [x, y] = project(sf, 37.79, -122.4);
    expect(project(sf, 37.78, -122.4)[1]).toBeGreaterThan(y);
    expect(project(sf, 37.79, -122.39)[0]).toBeGreaterThan(x);
  });
});

describe('boundsOf', () => {
  it('follows the places of a city that has no base map', () => {
    const info = { key: 'oak', name: 'Oakland', timeZone: 'America/Los_Angeles' };
    const bounds = boundsOf(siteCity([row({ latitude: 37.801, longitude: -122.273 })], { info }));
    expect(bounds).toMatchObject({ south: 37.8, west: -122.28 });
    expect(bounds.north).toBeGreaterThan(37.801);
    expect(bounds.east).toBeGreaterThan(-122.273);
  });
});

describe('dotsPath', () => {
  it('draws each point once and nothing for unknown ones', () => {
    const place = { address: '', slug: '', latitude: 37.79, longitude: -122.4 };
    expect(dotsPath(sf, [place, place, { ...place, latitude: null }])).toMatch(/^M\d+ \d+h0$/);
  });
});
