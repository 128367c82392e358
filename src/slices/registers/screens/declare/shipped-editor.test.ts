import { expect, test } from 'vitest';
import { shippedRegisters } from '../../shipped/index.ts';
import { declarationOf } from './declaration-of.ts';
import { findEditFaults } from './edit-faults.ts';
import { editedOf } from './edited-register.ts';

// What the editor does not show must survive it: clocks, checkpoints, deadlines by case, nested filters.
test.each(shippedRegisters.map((one) => [one.key, one] as const))(
  '%s goes through the editor unharmed',
  (_key, one) => {
    const edited = editedOf(one);
    expect(findEditFaults(edited)).toEqual({});
    expect(declarationOf(edited)).toEqual(one);
  },
);
