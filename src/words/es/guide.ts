import { groupDigits } from '../days.ts';
import type { Words } from '../words.ts';

const withTimes = (words: string, times: string) => (times === '' ? words : `${words}: ${times}`);

export const changes: Words['changes'] = {
  places: (count) => `${count} lugares`,
  appeared: (where, now) => withTimes(`ahora puede parar en ${where}`, now),
  gone: (where, before) => withTimes(`ya no figura en ${where}`, before && `antes ${before}`),
  moved: (from, where) => (from === '' ? `se mudó a ${where}` : `se mudó de ${from} a ${where}`),
  otherTimes: (where) => `tiene otro horario en ${where}`,
  times: (where, now, before) => `en ${where}: ahora ${now}; antes ${before}`,
  lapsed: (where) => `ya no tiene permiso vigente en ${where}`,
  expired: (where) => `está renovando su permiso en ${where}`,
  renewed: (where, now) => withTimes(`otra vez tiene permiso vigente en ${where}`, now),
  doubted: (where) => `en ${where}: el texto de la ciudad ya no coincide con su horario`,
  settled: (where, now) =>
    withTimes(`en ${where}, el texto de la ciudad y su horario vuelven a coincidir`, now),
};

export const status: Words['status'] = {
  title: (city) => `Estado de los datos · ${city}`,
  description: (city) =>
    `Antigüedad y tamaño de los datos de ${city}, lo que cambió en las últimas consultas y todos los errores de sus filas.`,
  heading: 'Estado',
  summary: (rows, trucks, places) =>
    `[${groupDigits(rows)}] filas, [${groupDigits(trucks)}] camiones, [${groupDigits(places)}] lugares,`,
  problems: (count) => `[${groupDigits(count)}] errores`,
  heat: 'Camiones abiertos, hora por hora',
  heatLabel: 'Camiones abiertos por hora',
  pulls: 'Qué cambió en las últimas consultas',
  asOf: 'Fecha',
  added: 'Filas nuevas',
  removed: 'Quitadas',
  restated: 'Estado del permiso',
  edited: 'Otros datos',
  told: 'Qué apareció, se mudó o venció',
  changes: (count) => `${count} ${count === 1 ? 'cambio' : 'cambios'}`,
  nothing: 'Nada todavía.',
  feed: 'Como feed',
  faults: 'Errores en las filas',
  noFaults: 'Ninguno: todas las filas de la ciudad se pudieron leer y ubicar.',
  kinds: {
    'column-missing': 'Falta una columna',
    'row-malformed': 'La fila no se puede leer',
    'weekday-unknown': 'Ese día de la semana no existe',
    'weekday-disagrees': 'Dos días de la semana en una fila',
    'hours-unreadable': 'Horas que no son horas',
    'coordinates-missing': 'Sin lugar en el mapa',
    'coordinates-outside': 'Un lugar fuera de la ciudad',
    'status-unknown': 'Un estado que la ciudad no explica',
    'key-repeated': 'La misma fila dos veces',
  },
  row: 'Fila',
  wrong: 'Qué está mal',
  text: 'El texto de la ciudad',
  others: (count) => `Y ${groupDigits(count)} más: [todos los errores en JSON].`,
};

export const about: Words['about'] = {
  title: (city) => `Sobre los datos · ${city}`,
  description: (city) =>
    `Cómo se lee el horario de los camiones de comida de ${city}: qué tan segura es cada hora, qué permisos cuentan y quién puede usar los datos.`,
  heading: 'Sobre los datos',
  summary:
    'Todo lo que ves aquí es lo que la ciudad ha permitido. Nadie ha comprobado si un camión está de verdad ahí.',
  source: 'De dónde vienen',
  sourceText:
    'La Ciudad y Condado de San Francisco publica dos tablas, [Mobile Food Schedule] y [Mobile Food Facility Permit]. Una fila de la primera dice que un permiso puede vender en una dirección, un día de la semana, entre dos horas. La segunda dice si el permiso está vigente. Las dos se leen con regularidad y se conserva cada fila: [qué tan viejos son los datos y todos sus errores].',
  certainty: 'Qué tan segura es una hora',
  certaintyText:
    'Las dos horas de una fila son horas completas. Muchas filas llevan además un texto que lo dice mejor, y este sitio lo lee.',
  stated: 'Dicho al minuto',
  statedText: 'El texto da una hora dentro del horario de la fila. Se muestra esa hora.',
  hours: '≈ Solo horas completas',
  hoursText:
    'El texto no da ninguna hora. Se muestra el horario de la fila, marcado con ≈: puede que el camión esté solo una parte del tiempo.',
  conflict: 'La ciudad se contradice',
  conflictText:
    'El horario y el texto indican horas distintas. No se da por cierto ninguno: la fila aparece aparte y nunca cuenta como abierta.',
  standing: 'Si un permiso está vigente',
  permitted: 'Vigente',
  permittedText: 'La ciudad aprobó el permiso y su fecha no ha pasado.',
  renewing: 'Permiso en renovación',
  renewingText:
    'Se volvió a solicitar o venció hace menos de 120 días: la ciudad renueva su tabla durante el invierno. Cuenta como abierto, con una etiqueta.',
  unknown: 'Permiso desconocido',
  unknownText:
    'El horario nombra un permiso que no está en la tabla de permisos. Cuenta como abierto, con una etiqueta.',
  lapsed: 'Vencido',
  lapsedText: 'Venció, está suspendido o fue retirado. La fila aparece aparte y nunca cuenta como abierta.',
  limits: 'Lo que no puede saber',
  limitsText:
    'Los feriados: el horario de un permiso no dice nada de ellos, y muchos camiones se quedan en casa. El clima, una enfermedad, un evento privado. Un camión de comida fría vende comida empacada y para solo unos minutos. Todas las horas son las del reloj de la ciudad, leas esto donde lo leas.',
  takeAlong: 'Para llevar',
  takeAlongText:
    'La ciudad regala sus datos bajo la [Public Domain Dedication and License]; tú también puedes. La mayoría de las páginas tiene sus datos al lado, en la misma dirección con otra terminación. La semana entera es un solo archivo, en [JSON] o como [tabla]. Sin clave y sin límite.',
  sponsors: 'Qué reciben los patrocinadores y cuánto cuesta',
  example: (day) => `[truck] en [place], ${day}.`,
  exampleHours: (hours) => `Horario: ${hours}.`,
  exampleText: 'Texto:',
  examplePermit: 'Permiso:',
  shown: (times) => `Se muestra: ${times || 'aparte'}.`,
};
