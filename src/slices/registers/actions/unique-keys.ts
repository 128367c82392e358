import { createHash } from 'node:crypto';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Register } from '../rules/compile.ts';
import type { Values } from '../rules/values.ts';

/** Hashes of the values that may stand only once; a rule with an absent value claims nothing. */
export function uniqueKeys({ declaration }: Register, values: Values): { rule: number; hash: string }[] {
  return (declaration.unique ?? []).flatMap((names, rule) => {
    const parts = names.map((name) => values[name] ?? null);
    if (parts.includes(null)) return [];
    const text = JSON.stringify(parts.map((part) => (typeof part === 'string' ? foldVietnamese(part) : part)));
    return [{ rule, hash: createHash('sha256').update(text).digest('base64url') }];
  });
}
