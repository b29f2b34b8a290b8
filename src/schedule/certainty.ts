/** Which of the city's two versions of an entry's time is believed. */
export type Certainty = 'stated' | 'hours' | 'conflict';
