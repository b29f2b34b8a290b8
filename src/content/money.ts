/** An amount in the smallest unit of its currency: {minor: 950, currency: "USD"} is $9.50. Never a fraction. */
export interface Amount {
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** The currencies that content may name, by the digits after their point. */
export const currencies = { USD: 2, CAD: 2, EUR: 2, GBP: 2, MXN: 2, JPY: 0 } as const;

export type Currency = keyof typeof currencies;

const mostDigits = 6;

/**
 * The amount that a text such as "9.50" or "9" says, exactly: digits are moved, nothing is multiplied. Null when it says
 * none, or more digits after its point than the currency has ("9.5" and "9.505" are both doubtful, and both refused).
 */
export function amountFrom(text: string, currency: Currency): Amount | null {
  const digits = currencies[currency];
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return null;
  const [, whole = '', rest] = parts;
  if (whole.length > mostDigits || (rest !== undefined && rest.length !== digits)) return null;
  return { minor: Number(whole + (rest ?? '0'.repeat(digits))), currency };
}

/** The amount as readers of a language write it: "$9.50". */
export function formatAmount({ minor, currency }: Amount, language = 'en'): string {
  const digits = currencies[currency as Currency];
  const text = String(minor).padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  const formatter = new Intl.NumberFormat(language, { style: 'currency', currency });
  return formatter.format(decimal as Intl.StringNumericLiteral); // a text keeps its digits: no float between
}
