/**
 * What may come, with how likely it is. Probabilities are estimates and so ordinary floating point; points stay decimals
 * and are only turned into numbers for means and spreads.
 */
export type Outcome<Value> = { readonly value: Value; readonly chance: number };

/** Lower tail, median and upper tail of what is said: four years in five should end between low and high. */
export const LOW = 0.1;
export const HIGH = 0.9;

/** How many of `trials` succeed when the rate itself is only known as Beta(successes, failures). @returns chance of 0…trials */
export function betaBinomial(trials: number, successes: number, failures: number): number[] {
  const logs: number[] = [0];
  for (let k = 0; k < trials; k += 1) {
    const rise = ((trials - k) / (k + 1)) * ((successes + k) / (failures + trials - k - 1));
    logs.push((logs[k] ?? 0) + Math.log(rise));
  }
  return normalise(logs);
}

/** How often something happens in the time left, having happened `events` times in `spent` of it. @returns chance of 0…most */
export function futureEvents(events: number, spent: number, left: number, most: number): number[] {
  const again = left / (spent + left);
  const logs: number[] = [0];
  for (let k = 0; k < most; k += 1) logs.push((logs[k] ?? 0) + Math.log(((events + k) / (k + 1)) * again));
  return normalise(logs);
}

/** Chances from logarithms that lack their common constant. */
function normalise(logs: readonly number[]): number[] {
  const top = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - top));
  const sum = raw.reduce((all, chance) => all + chance, 0);
  return raw.map((chance) => chance / sum);
}

/** The smallest value that is not exceeded with the given chance. `outcomes` in rising order, at least one. */
export function quantile(outcomes: readonly Outcome<number>[], share: number): number {
  let reached = 0;
  for (const { value, chance } of outcomes) {
    reached += chance;
    if (reached >= share - 1e-12) return value;
  }
  return outcomes.at(-1)?.value ?? 0;
}

export function mean(outcomes: readonly Outcome<number>[]): number {
  return outcomes.reduce((sum, { value, chance }) => sum + value * chance, 0);
}

export function variance(outcomes: readonly Outcome<number>[]): number {
  const middle = mean(outcomes);
  return outcomes.reduce((sum, { value, chance }) => sum + chance * (value - middle) ** 2, 0);
}
