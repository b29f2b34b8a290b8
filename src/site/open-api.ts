import { apiFiles, type ApiFile } from './api-files.ts';
import { jsonSchemas } from './contract.ts';
import { weekdays } from '../schedule/week.ts';

const parts: Readonly<Record<string, object>> = {
  city: { schema: { type: 'string' }, example: 'sf' },
  day: { schema: { type: 'string', enum: weekdays }, example: 'friday' },
  hour: { schema: { type: 'string', pattern: '^([01][0-9]|2[0-3])$' }, example: '12' },
  slug: { schema: { type: 'string', pattern: '^[a-z0-9-]+$' } },
};

/** The open data as OpenAPI 3.1 tells it to programs. `server` is the public address of the site, without its last slash. */
export function openApi(server: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Curbside open data',
      version: '1.0.0',
      summary: 'Which food trucks are permitted to be where, for every hour of the week.',
      license: { name: 'PDDL-1.0', url: 'https://opendatacommons.org/licenses/pddl/1-0/' },
    },
    servers: [{ url: server }],
    paths: Object.fromEntries(apiFiles.map((file) => [file.path, { get: operation(file) }])),
    components: { schemas: jsonSchemas() },
  };
}

function operation({ path, about, type, shape }: ApiFile): object {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const schema = shape === null ? { type: 'string' } : { $ref: `#/components/schemas/${shape}` };
  return {
    summary: about,
    operationId: path
      .replace(/[^a-z]+/g, ' ')
      .trim()
      .replaceAll(' ', '-'),
    ...(names.length > 0
      ? { parameters: names.map((name) => ({ name, in: 'path', required: true, ...parts[name] })) }
      : {}),
    responses: {
      '200': { description: about, content: { [type]: { schema } } },
      '404': { description: 'No such file.' },
    },
  };
}

/** All schemas as one JSON Schema: `schema.json#/$defs/hour`. */
export function schemaBundle(address: string): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: address, $defs: jsonSchemas() };
}
