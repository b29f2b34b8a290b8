import type { Accessibility } from '../../content/owner.ts';

const accessibility: Readonly<Record<Accessibility, string>> = {
  'step-free': 'No step at the counter',
  'low-counter': 'Low counter',
  'large-print-menu': 'Menu in large print',
  'braille-menu': 'Menu in braille',
  'picture-menu': 'Menu with pictures',
  'sign-language': 'Sign language',
  'order-by-text': 'Orders in writing',
};

/** What a truck's owner says of it, and a truck that has another name now. */
export const owner = {
  heading: 'From the owner',
  promise: 'The owner says this, not the city.',
  /** Dates in words: "Dec 24, 2026 – Jan 1, 2027". */
  closed: (dates: string) => `Closed ${dates}`,
  menu: 'Menu',
  order: 'Order ahead',
  /** Leads to where a dish is paid for, before one comes for it. */
  pay: (price: string) => `Pay ${price}`,
  paying: 'Paid ahead through Stripe, where you say when you pick it up.',
  call: (number: string) => `Call ${number}`,
  website: 'Website',
  catering: 'Catering',
  /** Names of languages, joined. */
  spoken: (languages: string) => `Spoken here: ${languages}`,
  accessibility,
  /** Of a truck that the city lists under another name now. */
  movedTitle: 'This truck has another name now',
  moved: (name: string) => `This truck is now called ${name}.`,
};
