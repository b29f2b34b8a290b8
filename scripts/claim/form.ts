/** The fields of the form by which an owner claims a truck: their names in a file of content, by their labels in the form. */
export const formFields = {
  "Your truck's page": 'page',
  'Permit numbers': 'permits',
  Description: 'description',
  'Language of your texts': 'lang',
  'Currency of your prices': 'currency',
  Menu: 'menu',
  'Where to order': 'order',
  Phone: 'phone',
  Website: 'website',
  'Social networks': 'social',
  'Languages spoken': 'languages',
  Accessibility: 'accessibility',
  'E-mail for catering': 'catering',
  'Closed days': 'closed',
  Photo: 'photo',
  'Your word': 'owner',
} as const;

export type FormField = (typeof formFields)[keyof typeof formFields];

/** What GitHub writes for a field that was left empty. */
const noAnswer = '_No response_';

/**
 * The answers in the body of an issue that the form made: each after a heading of the third rank with its label. Text that
 * looks like a heading of the form inside of an answer ends that answer; the last one of two counts. Anybody may write
 * such a body by hand: nothing in it is believed before the schema has read it.
 */
export function answersFrom(body: string): Partial<Record<FormField, string>> {
  const answers: Partial<Record<FormField, string>> = {};
  let field: FormField | null = null;
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const label = /^### (.+?)\s*$/.exec(line)?.[1] ?? '';
    if (Object.hasOwn(formFields, label)) {
      field = formFields[label as keyof typeof formFields];
      answers[field] = '';
    } else if (field !== null) answers[field] += `${line}\n`;
  }
  for (const [name, text] of Object.entries(answers) as [FormField, string][]) {
    const answer = text.trim();
    if (answer === '' || answer === noAnswer) delete answers[name];
    else answers[name] = answer;
  }
  return answers;
}
