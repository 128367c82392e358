// Turns an OpenAPI 3.1 document into the typed client of the web part: types for every operation and one function each.

/** The part of JSON Schema that our zod schemas become. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  not?: JsonSchema;
};

type Parameter = { name: string; in: string; required?: boolean; schema?: JsonSchema };
type Content = Record<string, { schema?: JsonSchema }>;
export type Operation = {
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: { content?: Content };
  responses?: Record<string, { content?: Content }>;
};
export type OpenApi = {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, JsonSchema> };
};

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const property = (name: string): string => (IDENTIFIER.test(name) ? name : JSON.stringify(name));
const union = (types: readonly string[]): string => [...new Set(types)].join(' | ');

function objectType(schema: JsonSchema): string {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, of]) => `${property(name)}${required.has(name) ? '' : '?'}: ${typeOf(of)}`,
  );
  const rest = schema.additionalProperties;
  const open = typeof rest === 'object' ? typeOf(rest) : 'unknown';
  if (!fields.length) return rest === false ? 'Record<string, never>' : `Record<string, ${open}>`;
  return `{ ${fields.join('; ')} }`;
}

function arrayType({ prefixItems, items }: JsonSchema): string {
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  return `Array<${items ? typeOf(items) : 'unknown'}>`;
}

const SIMPLE: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

function namedType(schema: JsonSchema, type: string | undefined): string {
  if (type === 'array') return arrayType(schema);
  if (type === 'object' || schema.properties || schema.additionalProperties) return objectType(schema);
  return (type && SIMPLE[type]) || 'unknown';
}

/** The TypeScript type of the values that a schema allows. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return capital(schema.$ref.split('/').at(-1) ?? 'unknown');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return union(choices.map(typeOf));
  if (schema.allOf) return schema.allOf.map((part) => `(${typeOf(part)})`).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => namedType(schema, type)));
  return namedType(schema, schema.type);
}

function parametersType(parameters: readonly Parameter[], place: string): string | null {
  const here = parameters.filter((parameter) => parameter.in === place);
  if (!here.length) return null;
  const fields = here.map(({ name, required, schema = {} }) =>
    required ? `${property(name)}: ${typeOf(schema)}` : `${property(name)}?: ${typeOf(schema)} | undefined`,
  );
  return `{ ${fields.join('; ')} }`;
}

function bodyType({ requestBody }: Operation): string | null {
  const content = requestBody?.content;
  if (!content) return null;
  const schema = content['application/json']?.schema;
  return schema ? typeOf(schema) : 'FormData';
}

type Answer = { kind: 'json' | 'blob' | 'nothing'; type: string };

function answerOf({ responses = {} }: Operation): Answer {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'));
  if (!success || success[0] === '204') return { kind: 'nothing', type: 'undefined' };
  const content = success[1].content;
  if (!content) return { kind: 'blob', type: 'Blob' };
  const schema = content['application/json']?.schema;
  return schema ? { kind: 'json', type: typeOf(schema) } : { kind: 'blob', type: 'Blob' };
}

type Named = { method: string; address: string; name: string; operation: Operation };

function operationsOf({ paths = {} }: OpenApi): Named[] {
  return Object.entries(paths)
    .flatMap(([address, methods]) =>
      METHODS.flatMap((method) => {
        const operation = methods[method];
        if (!operation) return [];
        if (!operation.operationId) throw new Error(`${method} ${address} has no operationId`);
        return [{ method: method.toUpperCase(), address, name: operation.operationId, operation }];
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function typesOf({ name, operation }: Named): string[] {
  const parameters = operation.parameters ?? [];
  const query = parametersType(parameters, 'query');
  const body = bodyType(operation);
  const answer = answerOf(operation);
  return [
    ...(query ? [`export type ${capital(name)}Query = ${query};`] : []),
    ...(body && body !== 'FormData' ? [`export type ${capital(name)}Body = ${body};`] : []),
    ...(answer.kind === 'json' ? [`export type ${capital(name)}Answer = ${answer.type};`] : []),
  ];
}

function inputType({ name, operation }: Named): { type: string; isOptional: boolean } {
  const parameters = operation.parameters ?? [];
  const path = parametersType(parameters, 'path');
  const hasQuery = parameters.some((parameter) => parameter.in === 'query');
  const queryNeeded = parameters.some((parameter) => parameter.in === 'query' && parameter.required);
  const body = bodyType(operation);
  const fields = [
    ...(path ? [`path: ${path}`] : []),
    ...(hasQuery ? [`query${queryNeeded ? '' : '?'}: ${capital(name)}Query`] : []),
    ...(body ? [`body: ${body === 'FormData' ? body : `${capital(name)}Body`}`] : []),
    'signal?: AbortSignal',
  ];
  return { type: `{ ${fields.join('; ')} }`, isOptional: !path && !queryNeeded && !body };
}

function functionOf(named: Named): string {
  const { method, address, name, operation } = named;
  const answer = answerOf(operation);
  const input = inputType(named);
  const type = answer.kind === 'json' ? `${capital(name)}Answer` : answer.type;
  const parameter = `input: ${input.type}${input.isOptional ? ' = {}' : ''}`;
  const description = `{ method: '${method}', address: '${address}', answer: '${answer.kind}' }`;
  return `  ${name}: (${parameter}) =>\n    call<${type}>(${description}, input),`;
}

/** Where a browser fetches what is no JSON (a file, a picture): for links and pictures. */
function addressOf(named: Named): string[] {
  const { method, address, name, operation } = named;
  if (method !== 'GET' || answerOf(operation).kind !== 'blob') return [];
  const { type, isOptional } = inputType(named);
  const parameter = `input: Omit<${type}, 'signal'>${isOptional ? ' = {}' : ''}`;
  const query = operation.parameters?.some((one) => one.in === 'query') ? ', input.query' : '';
  const path = operation.parameters?.some((one) => one.in === 'path') ? 'input.path' : '{}';
  return [`  ${name}: (${parameter}) => fillAddress('${address}', ${path}${query}),`];
}

/** The whole text of `client.generated.ts`. */
export function writeClient(document: OpenApi): string {
  const operations = operationsOf(document);
  const shared = Object.entries(document.components?.schemas ?? {}).map(
    ([name, schema]) => `export type ${capital(name)} = ${typeOf(schema)};`,
  );
  const addresses = operations.flatMap(addressOf);
  return [
    "// Written by `npm run client` from the server's OpenAPI document. Do not edit.",
    "import { call } from './api/call.ts';",
    ...(addresses.length ? ["import { fillAddress } from './api/fill-address.ts';"] : []),
    '',
    ...shared,
    ...operations.flatMap(typesOf),
    '',
    '/** One function for each operation; throws `ApiError` with the words of the server when it refuses. */',
    'export const api = {',
    ...operations.map(functionOf),
    '};',
    '',
    ...(addresses.length
      ? ['/** Addresses of files and pictures, for links. */', 'export const addresses = {', ...addresses, '};', '']
      : []),
  ].join('\n');
}
