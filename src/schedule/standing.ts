/** Whether the permit behind an entry still counts on the as-of date. */
export type Standing = 'permitted' | 'renewing' | 'unknown' | 'lapsed';
