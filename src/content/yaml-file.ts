import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { ContentFault } from './fault.ts';

/** What a file says, or every fault that keeps it from being said. */
export type Read<Value> =
  | { readonly value: Value; readonly faults: readonly [] }
  | { readonly value: null; readonly faults: readonly ContentFault[] };

const longestFile = 64 * 1024;

/**
 * A YAML file read by a schema. Every scalar is a text (YAML's failsafe schema): "9.50" stays as written, and so do a
 * date, a phone number and "no". A `file` is told in faults as it is given.
 */
export function readYaml<Value>(file: string, text: string, schema: z.ZodType<Value>): Read<Value> {
  const fault = (message: string, line: number | null = null, field = ''): ContentFault => {
    return { file, line, field, message };
  };
  if (text.length > longestFile)
    return { value: null, faults: [fault(`the file is longer than ${longestFile / 1024} KB`)] };
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, pos }) => fault(message, lineAt(pos[0])));
    return { value: null, faults };
  }
  let json: unknown;
  try {
    json = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { value: null, faults: [fault('names such as &this and *this are not read: repeat the text')] };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap(wordsOfIssue).map(({ path, message }) => {
    const offset = offsetAt(document, path);
    return fault(message, offset === null ? null : lineAt(offset), fieldText(path));
  });
  faults.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  return { value: null, faults };
}

type Path = readonly PropertyKey[];

/** An issue as one or more faults: every unknown field is a fault of its own. */
function wordsOfIssue(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'there is no such field' }));
}

/** Where the key of a field stands, or the nearest thing around it that is there. */
function offsetAt(document: Document, path: Path): number | null {
  for (let length = path.length; length > 0; length--) {
    const around = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(around)
      ? around.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last)
      : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? null;
}

/** ["menu", 1, "price"] → "menu 2, price". */
function fieldText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text} ${part + 1}`;
    return text === '' ? String(part) : `${text}, ${String(part)}`;
  }, '');
}
