/** One kind of kitchen. */
export interface Menu {
  /** What stands on the truck: the last word of its name. */
  readonly signs: readonly string[];
  /** What the city's food column says. */
  readonly texts: readonly string[];
}

/** Kitchens that cook, in the words of food columns: lists with commas, colons, semicolons and ampersands. */
export const menus: readonly Menu[] = [
  menu(
    'Tacos|Taqueria',
    'Tacos, burritos, quesadillas, aguas frescas|Tacos: Burritos: Tortas: Quesadillas: Mexican Drinks',
  ),
  menu('Burritos', 'Mexican; Burritos, Burrito Bowls, Salads|Burritos, nachos, tamales, soda, water'),
  menu(
    'Hot Dogs|Franks',
    'Hot dogs, condiments, soft pretzels, soft drinks, coffee, chips|Hot dogs & polish sausages, soda',
  ),
  menu(
    'Coffee|Espresso',
    'Coffee, espresso drinks, tea, pastries|Espresso, cold brew, scones, croissants, bagels',
  ),
  menu('Creamery|Soft Serve', 'Ice cream & waffle cones|Soft Serve Ice Cream, Snow Cones, Frozen Lemonade'),
  menu('Noodles|Noodle House', 'Noodles: Meat & Drinks|Hand-pulled noodles, wonton soup, iced tea'),
  menu(
    'Dumplings|Bao',
    'Steamed buns, dumplings, potstickers, tea|Bao: Pork: Chicken: Vegetarian; Asian Salads',
  ),
  menu(
    'Halal|Gyros',
    'Halal gyros over rice, lamb over rice, falafel, soft drinks|Gyro pita, kebabs, falafel, hummus',
  ),
  menu('Curry|Dosas', 'Indian: curry bowls, samosas, naan, mango lassi|Dosas, tikka masala burritos, chai'),
  menu(
    'Barbecue|Smokehouse',
    'BBQ ribs, pulled pork, brisket, slaw, corn bread|Smoked brisket sandwiches, mac & cheese',
  ),
  menu('Pizza', 'Wood-fired pizza, salads, lemonade|Pizza slices, calzones, sodas'),
  menu('Sandwiches|Grilled Cheese', 'Grilled cheese, tomato soup|Cheesesteaks, hoagies, fries, sodas'),
  menu('Burgers', 'Burgers, fries, milk shakes|Hamburgers, cheeseburgers, veggie burgers, onion rings'),
  menu('Poke|Bowls', 'Poke bowls, seaweed salad, edamame|Rice bowls, salad bowls, wraps, juices'),
  menu(
    'Lobster Rolls|Chowder',
    'Lobster rolls, crab rolls, clam chowder, soda|Chowder in bread bowls, fish & chips, seafood',
  ),
  menu('Greens', 'Vegan: bowls, tamales, shakes|Vegetarian wraps, salads, smoothies, acai bowls'),
  menu('Crepes|Waffles', 'Crepes, sweet & savory; waffles|Belgian waffles, fruit, hot chocolate'),
  menu('Kettle Corn|Churros', 'Kettle corn, cotton candy, lemonade|Churros, nuts, pretzels, hot chocolate'),
  menu('Juice|Fruteria', 'Fresh fruit, fruit juices, coconut water|Fruit cups, smoothies, juice'),
  menu('Lumpia|Adobo', 'Filipino: lumpia, adobo rice plates, pancit|Sisig tacos, rice plates, lumpia'),
  menu('Pupusas|Empanadas', 'Pupusas, plantains, horchata|Empanadas, chimichurri, yerba mate'),
  menu(
    'Teriyaki|Katsu',
    'Japanese: teriyaki bowls, katsu curry, onigiri|Asian Fusion - Japanese sandwiches/sliders',
  ),
];

/** Packaged food from a cold truck. */
export const coldMenu: Menu = menu(
  'Catering|Lunch Service|Mobile Catering',
  'Cold Truck: Sandwiches, fruit, snacks, candy, hot and cold drinks|' +
    'Cold Truck: Pre-packaged sandwiches, snacks, fruit, various beverages|' +
    'COLD TRUCK. Deli: chicken skewers, fried rice, noodles. Snacks: muffins, chips. Drinks: soda, coffee, tea|' +
    'Cold Truck: Hamburger, cheeseburgers, hot dogs, egg muffins, cup of noodles, coffee, juice, fruit salad, yogurt, donuts',
);

function menu(signs: string, texts: string): Menu {
  return { signs: signs.split('|'), texts: texts.split('|') };
}
