import type { Words } from '../words.ts';

export const owner: Words['owner'] = {
  heading: 'Mula sa may-ari',
  promise: 'Ang may-ari ang nagsasabi nito, hindi ang lungsod.',
  closed: (dates) => `Sarado ${dates}`,
  menu: 'Menu',
  order: 'Mag-order nang maaga',
  pay: (price: string) => `Magbayad ng ${price}`,
  paying: 'Binabayaran nang pauna sa Stripe, kung saan sasabihin mo kung kailan mo kukunin.',
  call: (number) => `Tawagan ang ${number}`,
  website: 'Website',
  catering: 'Catering',
  spoken: (languages) => `Mga wikang sinasalita rito: ${languages}`,
  accessibility: {
    'step-free': 'Walang baitang sa counter',
    'low-counter': 'Mababang counter',
    'large-print-menu': 'Menu na malaki ang letra',
    'braille-menu': 'Menu na braille',
    'picture-menu': 'Menu na may larawan',
    'sign-language': 'Sign language',
    'order-by-text': 'Puwedeng isulat ang order',
  },
  movedTitle: 'May ibang pangalan na ang truck na ito',
  moved: (name) => `${name} na ang pangalan ng truck na ito.`,
};
