import { formatDay, parseCivilDate } from '../../../kernel/civil-date.ts';
import type { RegisterDeclaration } from './declaration.ts';
import type { Values } from './values.ts';
import type { RegisterView } from './view.ts';

/** Names of what records point to. */
export type Names = { readonly units: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> };

const LONGEST_TITLE = 200;

/** What a record is called in lists, links and notices; null where the title is empty. */
export function titleOf({ fields, title }: RegisterDeclaration, values: Values, names: Names): string | null {
  const [field, value] = [fields[title], values[title]];
  if (!field || value === null || value === undefined || typeof value === 'boolean') return null;
  if (typeof value === 'object')
    return 'number' in value ? [value.number, value.subject].filter(Boolean).join(': ').slice(0, LONGEST_TITLE) : null;
  switch (field.kind) {
    case 'unit':
      return names.units.get(value) ?? null;
    case 'person':
      return names.people.get(value) ?? null;
    case 'choice':
      return field.options[value]?.vi ?? null;
    case 'day': {
      const day = parseCivilDate(value);
      return day && formatDay(day);
    }
    default:
      return value.length > LONGEST_TITLE ? `${value.slice(0, LONGEST_TITLE - 1)}…` : value;
  }
}

/** The title as a role sees it: nothing where the title field is masked or hidden. */
export function seenTitle(view: RegisterView, values: Values, names: Names): string | null {
  return view.open.has(view.declaration.title) ? titleOf(view.declaration, values, names) : null;
}

export type Mentioned = {
  readonly units: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
};

/** Identifiers that the seen fields of records hold, by what they name. */
export function mentionedIn(view: RegisterView, records: readonly Values[]): Mentioned {
  const found = {
    units: new Set<string>(),
    people: new Set<string>(),
    links: new Set<string>(),
    files: new Set<string>(),
  };
  const sets = { unit: found.units, person: found.people, link: found.links, files: found.files } as const;
  for (const [name, field] of Object.entries(view.declaration.fields)) {
    if (!view.open.has(name) || !Object.hasOwn(sets, field.kind)) continue;
    const set = sets[field.kind as keyof typeof sets];
    for (const values of records) {
      const value = values[name];
      if (typeof value === 'string') set.add(value);
      else if (Array.isArray(value)) for (const one of value) set.add(one);
    }
  }
  return found;
}
