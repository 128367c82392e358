import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './draft.ts';

type Kept<Value> = {
  value: Value;
  set: (value: Value) => void;
  /** The value was found in this browser: typed before and not sent. */
  isDraft: boolean;
  /** Forgets what was typed and begins with what stands on the server again. */
  discard: () => void;
  /** To be called once the server has taken the value. */
  forget: () => void;
};

/** What a draft of this name says; null where there is none, or none that can be read. */
export function readKept<Value>(name: string, read: (kept: unknown) => Value | null): Value | null {
  const kept = readDraft(name, { json: '' });
  if (!kept?.json) return null;
  try {
    return read(JSON.parse(kept.json));
  } catch {
    return null;
  }
}

/**
 * State of a form of many lines that is kept in this browser until it is sent: a lost session, a closed tab or a way to another
 * page lose nothing. Never for passwords.
 *
 * @param read checks what another version of the program may have kept
 */
export function useDraftState<Value>(name: string, initial: Value, read: (kept: unknown) => Value | null): Kept<Value> {
  const [first] = useState(() => readKept(name, read));
  const [value, setValue] = useState(first ?? initial);
  const [isDraft, setDraft] = useState(first !== null);
  const forget = () => {
    dropDraft(name);
    setDraft(false);
  };
  return {
    value,
    isDraft,
    forget,
    set: (next) => {
      setValue(next);
      keepDraft(name, { json: JSON.stringify(next) });
    },
    discard: () => {
      forget();
      setValue(initial);
    },
  };
}
