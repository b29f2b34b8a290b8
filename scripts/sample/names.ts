import type { Dice } from './dice.ts';
import { menus, type Menu } from './menus.ts';

/** A truck's applicant text and what it sells. */
export interface Trade {
  readonly applicant: string;
  readonly menu: Menu;
}

const moods =
  'Amber Bashful Brisk Copper Crooked Dappled Dizzy Drowsy Dusty Early Feral Foggy Gentle Gilded Hasty Hidden Humble Idle ' +
  'Jolly Lazy Lucky Mellow Midnight Misty Mossy Nimble Paper Patient Plucky Quiet Restless Rowdy Rusty Salty Secret Shy ' +
  'Silver Sleepy Speckled Stray Sunken Tangled Thirsty Tiny Velvet Wandering Whistling Windy Woolly Yonder';
const beings =
  'Abalone Albatross Badger Barnacle Bobcat Bramble Buoy Cormorant Coyote Cricket Cypress Dory Egret Finch Foghorn Gopher Grebe ' +
  'Gull Heron Juniper Kelp Kestrel Lantern Lark Limpet Lupine Manzanita Marmot Marten Mole Moth Newt Osprey Otter Pelican ' +
  'Plover Poppy Puffin Quail Raccoon Raven Sandpiper Seal Skipjack Sparrow Starling Teal Thistle Tern Toad Willet Wren';
const people =
  'Abelardo Adaeze Anneke Balbir Bettina Cosima Dagny Delfina Eulalio Farida Gudrun Hanako Ignatius Jocasta Kamala Lazlo ' +
  'Leocadia Minh Nerys Oonagh Priya Quentin Rosalba Sakura Tadeo Ursula Viveka Wilhelmina Xiomara Yusra Zephyrine';
const firms =
  'LLC|Inc.|Co.|Foods, Inc.|Food Services LLC|Mobile Kitchens, LLC|Hospitality Group Inc.|Partners LP';

/** An applicant that cooks: a name with its food, now and then in capitals or behind a company's name. */
export function nameKitchen(dice: Dice): Trade {
  const menu = dice.pick(menus);
  const food = dice.pick(menu.signs);
  const name = dice.weigh([
    [60, () => `${dice.word(moods)} ${dice.word(beings)} ${food}`],
    [15, () => `The ${dice.word(beings)} & ${dice.word(beings)}`],
    [15, () => `${dice.word(people)}'s ${dice.word(moods)} ${food}`],
    [10, () => `${food} ${dice.word(people)} #${dice.whole(1, 99)}`],
  ])();
  return { applicant: applicantFrom(name, dice), menu };
}

/** An applicant that drives packaged food from kerb to kerb. */
export function nameCaterer(dice: Dice, menu: Menu): Trade {
  const name = `${dice.word(moods)} ${dice.word(beings)} ${dice.pick(menu.signs)}`;
  return { applicant: dice.chance(0.3) ? `${name} #${dice.whole(2, 40)}` : name, menu };
}

function applicantFrom(name: string, dice: Dice): string {
  const firm = () => `${dice.word(moods)} ${dice.word(people)} ${dice.pick(firms.split('|'))}`;
  return dice.weigh([
    [72, () => name],
    [12, () => name.toUpperCase()],
    [6, () => `${name}, LLC`],
    [4, () => `${firm()} dba ${name}`],
    [3, () => `${firm()} DBA: ${name}`],
    [3, () => `${firm()} dba. ${name}`],
  ])();
}
