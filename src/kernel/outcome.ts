/** What an action answers: the value, or why it was refused. Faults are thrown, refusals are returned. */
export type Outcome<Value, Refused> = { ok: true; value: Value } | { ok: false; refusal: Refused };

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<Refused>(refusal: Refused): { ok: false; refusal: Refused } {
  return { ok: false, refusal };
}
