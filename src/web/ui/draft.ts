const keyOf = (name: string): string => `caicach-draft-${name}`;

/** What was typed and not sent, with the fields that the form has today; null where there is none. */
export function readDraft<Values extends Readonly<Record<string, string>>>(
  name: string,
  initial: Values,
): Values | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(keyOf(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const known = Object.entries(kept).filter(([field, value]) => field in initial && typeof value === 'string');
    return { ...initial, ...Object.fromEntries(known) };
  } catch {
    return null; // unreadable or forbidden storage: there is no draft
  }
}

export function keepDraft(name: string, values: Readonly<Record<string, string>>): void {
  try {
    window.localStorage.setItem(keyOf(name), JSON.stringify(values));
  } catch {
    // storage is full or forbidden: the form itself still holds what was typed
  }
}

export function dropDraft(name: string): void {
  try {
    window.localStorage.removeItem(keyOf(name));
  } catch {
    // see keepDraft()
  }
}

/** Drafts belong to the person: a log-out takes them away from this browser. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(window.localStorage))
      if (key.startsWith(keyOf(''))) window.localStorage.removeItem(key);
  } catch {
    // see keepDraft()
  }
}

const OWNER = 'caicach-drafts-of';

/** After a log-in: what another person left in this browser is not shown to this one. */
export function claimDrafts(username: string): void {
  try {
    if (window.localStorage.getItem(OWNER) !== username) dropAllDrafts();
    window.localStorage.setItem(OWNER, username);
  } catch {
    // see keepDraft()
  }
}
