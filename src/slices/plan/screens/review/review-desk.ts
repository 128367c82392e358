import { useMemo, useRef, useState } from 'react';
import { divideTask, joinTaskWithBefore, keyBeforeDividing } from '../../rules/divide-tasks.ts';
import type { Draft } from '../../rules/draft.ts';
import {
  addItem,
  addResult,
  changeItem,
  checkItems,
  type DraftList,
  type ItemChange,
  unsureFirst,
} from '../../rules/draft-items.ts';
import type { Shown } from './MarkedText.tsx';
import { isList, type ReviewItem, type Section, type SectionName, sectionsOf, titleOf } from './sections.ts';
import { type UnitMatches, useUnitMatches } from './use-unit-matches.ts';

type Edit = (change: (draft: Draft) => Draft) => void;

/** What may be done to one item. */
export type ItemDeeds = {
  look: (key: string, field?: string) => void;
  agree: (key: string) => void;
  reopen: (key: string) => void;
  /** Drops an item of a list, or brings a dropped one back; the head and the result stay. */
  drop: (key: string) => void;
  startEditing: (key: string) => void;
  /** Makes two tasks of one that is two, and one of two that are one; other items stay as they are. */
  divide: (key: string) => void;
  joinWithBefore: (key: string) => void;
};

/** What a person does at the review: which item is looked at, which is being typed in, and the deeds. */
export type ReviewDesk = {
  /** The same from first to last, so that items that do not change are not drawn anew. */
  deeds: ItemDeeds;
  sections: readonly Section[];
  units: UnitMatches;
  /** The plan's year, with which deadlines are read. */
  year: number | null;
  /** The item that is looked at, and the one that Tab leads to. */
  current: string | null;
  reachable: string | null;
  editing: string | null;
  shown: Shown | null;
  show: (shown: Shown) => void;
  step: (by: 1 | -1) => void;
  agreeAll: (items: readonly ReviewItem[]) => void;
  change: (key: string, change: ItemChange) => void;
  /** Ends the typing; an item that was left without its main words is dropped. */
  finish: (section: SectionName, item: ReviewItem) => void;
  /** Ends the typing and puts back what stood before. */
  cancel: (section: SectionName, before: ReviewItem) => void;
  add: (section: DraftList | 'result') => void;
};

/** Where each item stood when the review was opened: agreeing to one must not make the others jump. */
function startingOrder(draft: Draft): ReadonlyMap<string, number> {
  const ordered = sectionsOf(draft).flatMap(({ items }) => unsureFirst(items));
  return new Map(ordered.map(({ key }, at) => [key, at]));
}

export function focusItem(key: string | undefined): void {
  const title = key === undefined ? null : document.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`);
  title?.focus({ preventScroll: true });
  title?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

/** Focus moves when the change is on the screen. */
const focusSoon = (key: string | undefined): void => void window.requestAnimationFrame(() => focusItem(key));

/** The deeds of the latest drawing behind functions that never change. */
function useSteady(deeds: ItemDeeds): ItemDeeds {
  const latest = useRef(deeds);
  latest.current = deeds;
  const [steady] = useState<ItemDeeds>(() => ({
    look: (key, field) => latest.current.look(key, field),
    agree: (key) => latest.current.agree(key),
    reopen: (key) => latest.current.reopen(key),
    drop: (key) => latest.current.drop(key),
    startEditing: (key) => latest.current.startEditing(key),
    divide: (key) => latest.current.divide(key),
    joinWithBefore: (key) => latest.current.joinWithBefore(key),
  }));
  return steady;
}

export function useReviewDesk(draft: Draft, edit: Edit, isKept: (item: ReviewItem) => boolean): ReviewDesk {
  const units = useUnitMatches();
  const [order] = useState(() => startingOrder(draft));
  const [current, setCurrent] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const sections = useMemo(() => {
    // Parts of a divided task stand where it stood.
    const place = ({ key }: ReviewItem): number =>
      order.get(key) ?? order.get(keyBeforeDividing(key)) ?? Number.MAX_SAFE_INTEGER;
    return sectionsOf(draft).map(({ name, items }) => ({
      name,
      items: items.filter(isKept).sort((a, b) => place(a) - place(b)),
    }));
  }, [draft, order, isKept]);
  const keys = sections.flatMap(({ items }) => items.map(({ key }) => key));
  const set = (key: string, change: ItemChange): void => edit((now) => changeItem(now, key, change));
  const look = (key: string, field?: string): void => {
    setCurrent(key);
    setShown((before) => (field === undefined && before?.key === key ? before : { key, field: field ?? null }));
  };
  const step = (by: 1 | -1): void => {
    const at = current === null ? -1 : keys.indexOf(current);
    focusItem(keys[at < 0 ? 0 : at + by]);
  };
  /** An item without its main words is none. */
  const end = (section: SectionName, item: ReviewItem, change: ItemChange): void => {
    setEditing(null);
    set(item.key, isList(section) && !titleOf(section, item).trim() ? { state: 'dropped' } : change);
    focusSoon(item.key);
  };
  const redraw = (change: (now: Draft) => { draft: Draft; key: string } | null): void => {
    const changed = change(draft);
    if (!changed) return;
    edit((now) => change(now)?.draft ?? now);
    setCurrent(changed.key);
    setShown({ key: changed.key, field: null });
    focusSoon(changed.key);
  };
  const deeds = useSteady({
    look,
    divide: (key) => redraw((now) => divideTask(now, key)),
    joinWithBefore: (key) => redraw((now) => joinTaskWithBefore(now, key)),
    agree: (key) => {
      set(key, { state: 'checked' });
      focusSoon(keys[keys.indexOf(key) + 1] ?? key);
    },
    reopen: (key) => {
      set(key, { state: 'unchecked' });
      focusSoon(key);
    },
    drop: (key) => {
      const section = sections.find(({ items }) => items.some((item) => item.key === key));
      const item = section?.items.find((one) => one.key === key);
      if (!section || !item || !isList(section.name)) return;
      set(key, { state: item.state === 'dropped' ? 'unchecked' : 'dropped' });
      focusSoon(key);
    },
    startEditing: (key) => {
      setCurrent(key);
      setEditing(key);
      setShown({ key, field: null });
    },
  });
  return {
    sections,
    units,
    year: draft.document.planYear,
    current,
    reachable: current !== null && keys.includes(current) ? current : (keys[0] ?? null),
    editing,
    shown,
    deeds,
    show: setShown,
    step,
    agreeAll: (items) => edit((now) => checkItems(now, new Set(items.map(({ key }) => key)))),
    change: set,
    finish: (section, item) => end(section, item, { state: 'checked' }),
    cancel: (section, before) => end(section, before, before),
    add: (section) =>
      edit((now) => {
        const added = section === 'result' ? { draft: addResult(now), key: 'result' } : addItem(now, section);
        setCurrent(added.key);
        setEditing(added.key);
        return added.draft;
      }),
  };
}
