/** A choice of the person that this browser keeps: language, theme. */
export type Setting<Value extends string> = {
  get: () => Value;
  set: (value: Value) => void;
  subscribe: (listener: () => void) => () => void;
};

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // storage may be switched off; the choice then lasts as long as the page
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // see read()
  }
}

/** @param values the closed list of choices; anything else that is found in the storage is ignored */
export function keepSetting<Value extends string>(
  name: string,
  values: readonly Value[],
  fallback: Value,
): Setting<Value> {
  const key = `caicach-${name}`;
  const listeners = new Set<() => void>();
  let current = values.find((value) => value === read(key)) ?? fallback;
  return {
    get: () => current,
    set: (value) => {
      current = value;
      write(key, value);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
