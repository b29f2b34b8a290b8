import { describe, expect, it } from 'vitest';
import { foodKinds } from './food-kinds.ts';
import { foodKindsIn } from './food.ts';

describe('foodKindsIn', () => {
  function check(text: string, ...names: string[]): void {
    it(`finds ${names.join(', ') || 'nothing'} in ${JSON.stringify(text)}`, () => {
      expect(foodKindsIn([text]).map(({ name }) => name)).toEqual(names);
    });
  }
  check('COLD TRUCK: packaged sandwiches, hot and cold drinks', 'Sandwiches');
  check('Tacos, burritos', 'Burritos', 'Mexican', 'Tacos');
  check('everything except for hot dogs');
  check('Serving everything but hot dogs');
  check('Ice Cream & Waffle Cones', 'Ice cream');
  check('Halal Gyro over Rice', 'Gyros', 'Halal', 'Rice bowls');
  check('Teapots and Coffeecake tables', 'Coffee');
  check('');
});

describe('foodKinds', () => {
  it('is in reading order with slugs of their own', () => {
    const names = foodKinds.map(({ name }) => name);
    expect(names).toEqual([...names].sort(new Intl.Collator('en', { sensitivity: 'base' }).compare));
    expect(new Set(foodKinds.map(({ slug }) => slug)).size).toBe(foodKinds.length);
  });
});
