import { stringify } from 'yaml';
import type { ContentFault } from '../../src/content/fault.ts';
import { ownerSchema } from '../../src/content/owner-schema.ts';
import { readYaml } from '../../src/content/yaml-file.ts';
import { answersFrom, formFields, type FormField } from './form.ts';

/** A claim that can be published once somebody has looked at it, or what its owner has to put right. */
export type Claim =
  | { readonly file: string; readonly yaml: string; readonly hasPhoto: boolean }
  | { readonly faults: readonly string[] };

type Answers = ReturnType<typeof answersFrom>;

const longestBody = 65_536;

/** Reads a claim from the body of an issue, and checks it as the file that it becomes. */
export function claimFrom(body: string): Claim {
  const answers = answersFrom(body.slice(0, longestBody));
  const which = /\/([a-z0-9-]+)\/truck\/([a-z0-9-]+)\/?$/.exec(answers.page ?? '');
  const faults = [
    ...(which === null
      ? [`${labelOf('page')}: is no address of a truck’s page, such as /sf/truck/anzu-to-you/`]
      : []),
    ...(/^- \[[xX]\] /m.test(answers.owner ?? '') ? [] : [`${labelOf('owner')}: is not given`]),
  ];
  const [, city = 'city', truck = 'truck'] = which ?? [];
  const yaml = yamlOf(answers, { city, truck });
  const file = `${city}-${truck}.yaml`;
  const read = readYaml(file, yaml, ownerSchema);
  faults.push(...read.faults.map(faultInForm));
  return faults.length > 0 ? { faults } : { file, yaml, hasPhoto: answers.photo !== undefined };
}

function yamlOf(answers: Answers, which: { readonly city: string; readonly truck: string }): string {
  const { permits, languages, accessibility, menu, social, closed } = answers;
  const { description, lang, currency, order, phone, website, catering } = answers;
  const content = {
    ...which,
    permits: partsOf(permits, ','),
    lang,
    description,
    currency: menu === undefined ? undefined : currency,
    menu: partsOf(menu, '\n')?.map(itemOf),
    order,
    phone,
    website,
    social: partsOf(social, '\n'),
    languages: partsOf(languages, ','),
    accessibility: partsOf(accessibility, ','),
    catering,
    closed: partsOf(closed, '\n')?.map(daysOf),
  };
  return stringify(content, { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false });
}

function partsOf(answer: string | undefined, separator: string): string[] | undefined {
  return answer
    ?.split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function itemOf(line: string): Record<string, string> {
  const [name = '', price = '', note] = line.split('|').map((part) => part.trim());
  return { name, price, ...(note && { note }) };
}

function daysOf(line: string): string | { from: string; to: string } {
  const [, from, to] = /^(\S+) to (\S+)$/.exec(line) ?? [];
  return from !== undefined && to !== undefined ? { from, to } : line;
}

/** A fault as one who filled in the form can find it: by the label, without the lines of a file never seen. */
function faultInForm({ field, message }: ContentFault): string {
  const [, name = '', rest = ''] = /^(\w+)(.*)$/.exec(field) ?? [];
  return `${labelOf(name as FormField) ?? name}${rest}: ${message}`;
}

function labelOf(field: FormField): string | undefined {
  return Object.entries(formFields).find(([, name]) => name === field)?.[0];
}
