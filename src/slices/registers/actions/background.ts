import type { Context } from '../../../server/context.ts';
import { rebuildWaiting } from './rebuild.ts';
import { beginStale, redateWaiting } from './redate-records.ts';
import { runWaitingImports } from './run-imports.ts';

/** Milliseconds between two looks for work that waits. */
const PAUSE = 3000;

/** Long work of registers, one piece after the other: what a stopped server left is taken up again. */
export class RegisterBackground {
  readonly #context: Context;
  readonly #tellFault: (fault: unknown) => void;
  readonly #works: readonly ((context: Context, isStopped: () => boolean) => Promise<void>)[];
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(
    context: Context,
    tellFault: (fault: unknown) => void,
    works: readonly ((context: Context, isStopped: () => boolean) => Promise<void>)[] = [
      rebuildWaiting,
      redateWaiting,
      runWaitingImports,
    ],
  ) {
    this.#context = context;
    this.#tellFault = tellFault;
    this.#works = works;
  }

  /** Does what waits now; ends when it is done. */
  work(): Promise<void> {
    this.#running = this.#running.then(async () => {
      for (const one of this.#works) {
        if (this.#isStopped) return;
        await one(this.#context, () => this.#isStopped).catch(this.#tellFault);
      }
    });
    return this.#running;
  }

  start(): void {
    const next = (): void => {
      this.#timer = setTimeout(() => void this.work().then(next), PAUSE);
      this.#timer.unref();
    };
    this.#running = this.#running.then(() => beginStale(this.#context).catch(this.#tellFault));
    void this.work().then(next);
  }

  stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    return this.#running;
  }
}
