import { expect, test } from 'vitest';
import { shippedRegisters } from '../shipped/index.ts';
import { readDeclaration } from './check-declaration.ts';

const keys = new Set(shippedRegisters.map(({ key }) => key));

test.each(shippedRegisters.map((declaration) => [declaration.key, declaration] as const))(
  'the shipped register %s is a declaration without faults',
  (_key, declaration) => {
    const read = readDeclaration(declaration, (key) => keys.has(key));
    expect(read.ok ? [] : read.faults).toEqual([]);
  },
);
