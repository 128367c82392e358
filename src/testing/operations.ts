import type { App } from '../server/http.ts';

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
};
type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type OpenApiOperation = {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** One operation of the interface with an input that its schemas take. */
export type Operation = {
  operationId: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  body: object | undefined;
};

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-11-20',
  'date-time': '2026-11-20T01:00:00Z',
  email: 'thu@coquan.vn',
};

function exampleText({ format = '', pattern = '', minLength = 1, maxLength = 1000 }: Schema): string {
  const known = FORMATS[format];
  if (known) return known;
  if (pattern.startsWith('^\\d')) return '1';
  const kind = /^\^([a-z]+_)/.exec(pattern)?.[1] ?? '';
  const texts = [`${kind}khongco`.padEnd(minLength, 'x'), '1', '1.1', '2026', '2026-11', '/khongco'];
  return texts.find((text) => text.length <= maxLength && new RegExp(pattern).test(text)) ?? '';
}

/** What a record of free names holds under each. */
const everyOther = ({ additionalProperties }: Schema): Schema =>
  typeof additionalProperties === 'object' ? additionalProperties : {};

/** The smallest value that a schema takes; ids name nothing that exists. */
function exampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice?.[0]) return exampleOf(choice[0]);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(exampleOf));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? everyOther(schema))]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => exampleOf(schema.items ?? {}));
    case 'string':
      return exampleText(schema);
    case 'integer':
    case 'number':
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function addressOf(path: string, parameters: readonly Parameter[]): string {
  const place = (name: string): string => {
    const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
    return encodeURIComponent(String(exampleOf(parameter?.schema ?? {})));
  };
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => `${one.name}=${encodeURIComponent(String(exampleOf(one.schema)))}`);
  return path.replace(/\{(\w+)\}/g, (_, name: string) => place(name)) + (query.length ? `?${query.join('&')}` : '');
}

/** Every operation that the running app tells in its OpenAPI document. */
export function operationsOf(app: App): Operation[] {
  const paths = Object.entries(app.swagger().paths ?? {});
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, OpenApiOperation>).map(([method, operation]) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return {
        operationId: operation.operationId ?? `${method} ${path}`,
        method: method.toUpperCase() as Operation['method'],
        url: addressOf(path, operation.parameters ?? []),
        body: schema ? (exampleOf(schema) as object) : undefined,
      };
    }),
  );
}
