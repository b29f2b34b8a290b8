/** A request's parameters as Stripe reads them: texts, lists and records of them. */
export type Form = { [name: string]: string | Form };

/** Reads `line_items[0][price]=p&metadata[a]=b`, as the API takes parameters, into records; lists have "0", "1" as names. */
export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '');
    const last = path.pop() ?? '';
    let at = form;
    for (const part of path) at = (at[part] ??= {}) as Form;
    at[last] = value;
  }
  return form;
}

/** The record at a name, empty when there is none. */
export function formAt(form: Form, name: string): Form {
  const value = form[name];
  return typeof value === 'object' ? value : {};
}

/** The text at a name, or null. */
export function textAt(form: Form, name: string): string | null {
  const value = form[name];
  return typeof value === 'string' ? value : null;
}
