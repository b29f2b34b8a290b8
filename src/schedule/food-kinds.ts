import { slugFrom } from './slug.ts';

/** A kind of food as readers look for it. */
export interface FoodKind {
  readonly slug: string;
  readonly name: string;
  /** Matches lower-case food texts that name it. */
  readonly pattern: RegExp;
}

/** Kinds by reader's name, each with the beginnings of words that mean it, spellings and slips of the city included. */
const words: Readonly<Record<string, string>> = {
  Açaí: 'acai|açaí',
  'Bao buns': 'baos?\\b',
  Barbecue: 'bbq|barbecue|barbeque|ribs\\b',
  Breakfast: 'breakfast|egg muffin|hard boiled egg',
  Burgers: 'burger|hamburger|cheeseburger|slider|chicken cheese burger',
  Burritos: 'burrito|chimichanga',
  Caribbean: 'jerk chicken|caribbean|curry goat|ox ?tail',
  Chai: 'chai\\b',
  Cheesesteaks: 'cheese ?steak|philly',
  Chinese: 'chinese|chow mein|cow mein|lumpia|spring roll',
  Churros: 'churro',
  Coffee: 'coffee|coff\\b|espresso|expresso|cap+uc+ino|latte\\b',
  Curry: 'curr(?:y|ies)\\b|masala|tikka',
  Donuts: 'donut|doughnut',
  Filipino: 'filipino|sisig|lumpia',
  'Fish and seafood': 'fish|seafood|lobster|crab\\b|ceviche|calamar|camaron|shrimp|shirmp|poke\\b',
  'French fries': 'fries\\b|poutine',
  'Fried chicken': 'fried chicken',
  Fruit: 'fruit|mango(?:e?s|neada)?\\b',
  Gyros: 'gyro|giros?\\b|falafel',
  Halal: 'halal',
  'Hot dogs': 'hot ?dog|frankfurter|steamers',
  'Ice cream': 'ic[ea] ?cream|soft serve|snow cone|gelato|waffle cone',
  Indian: 'indian|masala|samosa|naan|dosa\\b|biryani|paneer|panner',
  Juice: 'juice|lemonade|aguas? fresca|horchata|smoothie',
  Kebabs: 'k[ae]b[aeo]b|shish|skewer',
  'Kettle corn': 'kettle ?corn|popcorn|crackerjack',
  Latin: 'cuban|ropa vieja|tostones|latin food|pupusa|peruvian|lomo saltado|south american',
  Mexican: 'mexican|nacho|yucatan|taco|burrito|quesadilla|torta|cochinita|panusho|salbute|tamale',
  Noodles: 'noodle|chow mein|cow mein|vermicelli|ramen|pasta',
  Pastries:
    'pastr(?:y|ies)|croissant|crossaint|scone|muffin|cookie|baker(?:y|ies)|cup ?cake|cobbler|baklava|funnel cake|bagel|waffles\\b',
  Pizza: 'pizza',
  'Poke bowls': 'poke\\b',
  Quesadillas: 'quesadilla',
  'Rice bowls': 'rice bowl|bowls\\b|over rice|rice plate|fried rice|rice dish|pulao|chinese rice',
  'Rotisserie chicken': 'rotisserie',
  Salads: 'salad|ensalada',
  Sandwiches: 'sandwich|subs?\\b|panini|melts?\\b|grilled cheese|wraps?\\b|deli\\b',
  Smoothies: 'smoothie|milk ?shake|frappe|lassi|shakes?\\b',
  Snacks: 'snack|candy|candies|pretzel|chips\\b|peanut|sunflower|nuts\\b|pre-?packaged',
  Soups: 'soup|pozole|menudo|stew|chili\\b',
  Tacos: 'taco|flauta|tostada',
  Tea: 'teas?\\b|matcha',
  Tortas: 'torta',
  Vegan: 'vegan',
};

/** All kinds, in reading order. */
export const foodKinds: readonly FoodKind[] = Object.entries(words).map(([name, beginnings]) => ({
  slug: slugFrom(name),
  name,
  pattern: new RegExp(`\\b(?:${beginnings})`),
}));
