import { useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../web/ui/draft.ts';
import type { Content } from '../rules/content.ts';
import type { Conflict, ContentChange } from '../rules/merge-content.ts';
import { changesOf, followServer, type Typed, typedOf } from './report-values.ts';

const SAVE_AFTER_MS = 900;
const TRY_AGAIN_MS = 8000;

type Fields = Pick<Content, 'numbers' | 'texts'>;
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

type Plan = {
  /** Keeps what is typed and not yet sent in this browser. */
  draftName: string;
  initial: Fields;
  names: readonly string[];
  send: (changes: readonly ContentChange[]) => Promise<{ fields: Fields; conflicts: readonly Conflict[] }>;
};

const nameOf = ({ kind, field }: Pick<Conflict, 'kind' | 'field'>): string => `${kind}:${field}`;

function startTyped({ draftName, initial, names }: Plan): Record<string, string> {
  const empty = Object.fromEntries(names.map((name) => [name, '']));
  const saved = { ...empty, ...typedOf(initial) };
  return readDraft(draftName, saved) ?? saved;
}

/**
 * Fields that save themselves a moment after the last key, one call at a time. What somebody else saved meanwhile comes back
 * as a conflict and is held until the person chooses; what could not be sent stays typed, here and in this browser.
 */
export function useSavedFields(plan: Plan) {
  const { draftName, send } = plan;
  const [typed, setTyped] = useState<Typed>(() => startTyped(plan));
  const [saved, setSaved] = useState<Fields>(plan.initial);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [state, setState] = useState<SaveState>('saved');
  const latest = useRef({ typed, saved, conflicts });
  latest.current = { typed, saved, conflicts };
  const running = useRef<Promise<boolean> | null>(null);

  const pending = (): ContentChange[] => {
    const { typed: now, saved: base, conflicts: held } = latest.current;
    return changesOf(now, base, new Set(held.map(nameOf)));
  };

  const saveOnce = async (): Promise<boolean> => {
    const changes = pending();
    if (changes.length === 0) return true;
    setState('saving');
    try {
      const base = latest.current.saved;
      const answer = await send(changes);
      // What was just sent is no longer "typed here": the server's value is the new ground.
      const sent = Object.fromEntries(changes.map(({ kind, field, to }) => [nameOf({ kind, field }), to]));
      const ground = { numbers: { ...base.numbers }, texts: { ...base.texts } };
      for (const { kind, field } of changes) {
        if (kind === 'number') ground.numbers[field] = sent[nameOf({ kind, field })] ?? null;
        else ground.texts[field] = sent[nameOf({ kind, field })] ?? '';
      }
      setSaved(answer.fields);
      setTyped((now) => keepTyped(followServer(now, ground, answer.fields), now, answer.conflicts));
      if (answer.conflicts.length > 0) setConflicts((held) => [...held, ...answer.conflicts]);
      dropDraft(draftName);
      setState('saved');
      return true;
    } catch {
      keepDraft(draftName, latest.current.typed);
      setState('failed');
      return false;
    }
  };

  /** Sends what is left and waits for it. @returns whether everything is on the server */
  const flush = async (): Promise<boolean> => {
    if (running.current) await running.current;
    running.current = saveOnce();
    const isDone = await running.current;
    running.current = null;
    return isDone;
  };

  useEffect(() => {
    if (changesOf(typed, saved, new Set(conflicts.map(nameOf))).length === 0) return;
    setState((now) => (now === 'failed' || now === 'saving' ? now : 'waiting'));
    keepDraft(draftName, typed);
    const timer = window.setTimeout(() => void flush(), state === 'failed' ? TRY_AGAIN_MS : SAVE_AFTER_MS);
    return () => window.clearTimeout(timer);
  });

  const set = (name: string) => (value: string) => setTyped((now) => ({ ...now, [name]: value }));
  const settle = (conflict: Conflict, isMine: boolean) => {
    if (!isMine)
      setTyped((now) => ({ ...now, [nameOf(conflict)]: typedOf(latest.current.saved)[nameOf(conflict)] ?? '' }));
    setConflicts((held) => held.filter((one) => one !== conflict));
  };
  return { typed, set, conflicts, settle, state, flush };
}

/** A field in conflict keeps what was typed here until the person chooses. */
function keepTyped(next: Record<string, string>, now: Typed, conflicts: readonly Conflict[]): Record<string, string> {
  const held = conflicts.map((conflict) => [nameOf(conflict), now[nameOf(conflict)] ?? ''] as const);
  return { ...next, ...Object.fromEntries(held) };
}
