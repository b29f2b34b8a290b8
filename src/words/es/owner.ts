import type { Words } from '../words.ts';

export const owner: Words['owner'] = {
  heading: 'Palabras del dueño',
  promise: 'Lo dice el dueño, no la ciudad.',
  closed: (dates) => `Cerrado ${dates}`,
  menu: 'Menú',
  order: 'Pedir por adelantado',
  pay: (price: string) => `Pagar ${price}`,
  paying: 'Se paga por adelantado con Stripe, donde se dice cuándo se recoge.',
  call: (number) => `Llamar al ${number}`,
  website: 'Sitio web',
  catering: 'Banquetes',
  spoken: (languages) => `Aquí se habla: ${languages}`,
  accessibility: {
    'step-free': 'Sin escalón en el mostrador',
    'low-counter': 'Mostrador bajo',
    'large-print-menu': 'Menú en letra grande',
    'braille-menu': 'Menú en braille',
    'picture-menu': 'Menú con imágenes',
    'sign-language': 'Lengua de señas',
    'order-by-text': 'Pedidos por escrito',
  },
  movedTitle: 'Este camión ahora tiene otro nombre',
  moved: (name) => `Este camión ahora se llama ${name}.`,
};
