import { useSyncExternalStore } from 'react';

/** A piece of long work that goes on while the person is elsewhere. */
export type TrayItem = {
  id: string;
  title: string;
  /** What is being done now, or how it ended, in words. */
  step: string;
  /** 0–1; null while nobody can say. */
  progress: number | null;
  state: 'running' | 'done' | 'failed';
  /** Where the result is. */
  resultHref?: string;
  onCancel?: () => void;
};

let items: readonly TrayItem[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly TrayItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

/** Adds the work or says how far it is. */
export function putInTray(item: TrayItem): void {
  const isKnown = items.some(({ id }) => id === item.id);
  publish(isKnown ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item]);
}

export function takeFromTray(id: string): void {
  publish(items.filter((item) => item.id !== id));
}

export function trayItems(): readonly TrayItem[] {
  return items;
}

export function useTray(): readonly TrayItem[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, trayItems);
}
