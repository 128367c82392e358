import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { FaultPath } from './set-fault.ts';

/** One change of the file of a set, by where it stands. */
export type SetEdit =
  | { readonly kind: 'set'; readonly path: FaultPath; readonly value: unknown }
  | { readonly kind: 'unset'; readonly path: FaultPath }
  /** At the end of a list; the list is made where there is none. */
  | { readonly kind: 'add'; readonly path: FaultPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: FaultPath }
  /** One place up (−1) or down (+1) in its list. */
  | { readonly kind: 'move'; readonly path: FaultPath; readonly by: -1 | 1 };

export type EditRefusal = { readonly code: 'not-yaml' } | { readonly code: 'no-such-place'; readonly path: FaultPath };

/** Figures stay as they are written: 1.10 is not 1.1, and comments keep their place. */
const AS_WRITTEN = { schema: 'failsafe', customTags: ['null', 'bool'] } as const satisfies Parameters<
  typeof parseDocument
>[1];

function openText(yamlText: string): Document | null {
  const document = parseDocument(yamlText, AS_WRITTEN);
  return document.errors.length || !isMap(document.contents) ? null : document;
}

function moveItem(document: Document, path: FaultPath, by: -1 | 1): boolean {
  const list = document.getIn(path.slice(0, -1), true);
  const from = path.at(-1);
  if (!isSeq(list) || typeof from !== 'number') return false;
  const to = from + by;
  if (from < 0 || from >= list.items.length || to < 0 || to >= list.items.length) return false;
  const [item] = list.items.splice(from, 1);
  list.items.splice(to, 0, item as (typeof list.items)[number]);
  return true;
}

function setValue(document: Document, path: FaultPath, value: unknown): boolean {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent) && !isSeq(parent)) return false;
  const before = document.getIn(path, true);
  // The node stays, and with it the comment beside it; quotes only where the words need them.
  if (isScalar(before) && typeof value === 'string') {
    before.value = value;
    before.type = value.includes('\n') ? 'BLOCK_LITERAL' : 'PLAIN';
    delete before.source;
  } else document.setIn(path, document.createNode(value));
  return true;
}

function addValue(document: Document, path: FaultPath, value: unknown): boolean {
  const list = document.getIn(path, true);
  if (isSeq(list)) {
    list.add(document.createNode(value));
    return true;
  }
  return setValue(document, path, [value]);
}

function apply(document: Document, edit: SetEdit): boolean {
  switch (edit.kind) {
    case 'set':
      return setValue(document, edit.path, edit.value);
    case 'unset':
      document.deleteIn(edit.path);
      return true;
    case 'add':
      return addValue(document, edit.path, edit.value);
    case 'remove':
      return document.deleteIn(edit.path);
    case 'move':
      return moveItem(document, edit.path, edit.by);
  }
}

/**
 * The text of a set with one thing changed; everything else, comments and order included, stays. Whether the set is right
 * is another question: `parseCriteriaSet` answers it, here as everywhere.
 */
export function editSet(yamlText: string, edit: SetEdit): Outcome<string, EditRefusal> {
  const document = openText(yamlText);
  if (!document) return refuse({ code: 'not-yaml' });
  if (!apply(document, edit)) return refuse({ code: 'no-such-place', path: edit.path });
  return accept(document.toString({ lineWidth: 0 }));
}

/** A line of the editor's tree: an area, a criterion, a leaf, a bonus or a penalty, with where it stands. */
export type EditorNode = {
  readonly path: FaultPath;
  readonly kind: 'area' | 'criterion' | 'leaf' | 'bonus' | 'penalty';
  readonly code: string;
  readonly name: string;
  readonly max: string;
  readonly depth: number;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type EditorView = {
  readonly nodes: readonly EditorNode[];
  readonly scoring: Readonly<Record<string, unknown>>;
  readonly meta: Readonly<Record<string, unknown>>;
};

type Plain = Readonly<Record<string, unknown>>;
const asPlain = (value: unknown): Plain => (typeof value === 'object' && value !== null ? (value as Plain) : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function nodeOf(value: unknown, path: FaultPath, depth: number, kind: EditorNode['kind']): EditorNode {
  const fields = asPlain(value);
  return {
    path,
    kind,
    code: asText(fields.code),
    name: asText(fields.name_vi),
    max: asText(fields.max_points),
    depth,
    fields,
  };
}

function nodesBelow(value: unknown, path: FaultPath, depth: number): EditorNode[] {
  const children = asList(asPlain(value).sub_criteria);
  const kind = children.length ? 'criterion' : 'leaf';
  return [
    nodeOf(value, path, depth, kind),
    ...children.flatMap((child, at) => nodesBelow(child, [...path, 'sub_criteria', at], depth + 1)),
  ];
}

/** What the editor shows of a text; null where it is no YAML map. Every scalar is text, as it is written. */
export function viewSet(yamlText: string): EditorView | null {
  const document = openText(yamlText);
  if (!document) return null;
  const file = asPlain(document.toJS({ maxAliasCount: 100 }));
  const areas = asList(file.areas).flatMap((area, at) => [
    nodeOf(area, ['areas', at], 0, 'area'),
    ...asList(asPlain(area).criteria).flatMap((child, place) => nodesBelow(child, ['areas', at, 'criteria', place], 1)),
  ]);
  const extras = (['bonus', 'penalty'] as const).flatMap((kind) =>
    asList(file[kind]).map((extra, at) => nodeOf(extra, [kind, at], 0, kind)),
  );
  return { nodes: [...areas, ...extras], scoring: asPlain(file.scoring), meta: asPlain(file.meta) };
}

/** A code for one more child: the parent's code and the first number that is free. */
export function nextCode(parent: EditorNode | null, nodes: readonly EditorNode[]): string {
  const used = new Set(nodes.map(({ code }) => code));
  const base = parent ? `${parent.code}.` : '';
  let number = 1;
  while (used.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}
