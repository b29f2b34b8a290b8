import type { OfflineWords } from '../en/offline.ts';

/** What is said only where there is no network, or a new version of the site. */
export const offline: OfflineWords = {
  title: (city) => `Camiones de comida en ${city} sin red`,
  description: (city) => `La semana de los camiones de comida en ${city}, desde tu propio dispositivo.`,
  heading: 'Sin red',
  about: 'Tu dispositivo guarda la semana y con ella dibuja las páginas que no ha guardado.',
  saved: (age) => `El sitio no responde. Guardado ${age}.`,
  update: 'Actualizar',
  newVersion: 'Hay una versión nueva.',
  drawn: 'Dibujado con la semana de tu dispositivo, sin las notas de la ciudad, los permisos ni lo dudoso.',
  notKept: 'No está en tu dispositivo',
  notKeptMore: 'Sí están cada hora, día, camión y lugar; lo demás necesita red.',
  noWeek: 'La semana todavía no está en tu dispositivo.',
  gone: 'No está en el horario',
  goneMore: 'La semana de tu dispositivo no conoce ese camión o lugar.',
};
