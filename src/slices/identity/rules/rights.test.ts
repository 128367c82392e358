import { describe, expect, test } from 'vitest';
import { rightsOnPaper } from '../../../testing/rights-page.ts';
import { type Action, actions, actionsOf, may, type Role, roles } from './rights.ts';

const ownUnits = ['unit_own', 'unit_below_own'];
const REACHED = {
  any: ['unit_own', 'unit_below_own', 'unit_other', null],
  own: ['unit_own', 'unit_below_own'],
  '–': [],
} as const;

const cells = rightsOnPaper.map(({ role, action, reach }) => ({
  role: role as Role,
  action: action as Action,
  reach: reach as keyof typeof REACHED,
}));

describe('docs/rights.md', () => {
  test('has a row for every action and a column for every role, and no other', () => {
    expect([...new Set(cells.map(({ action }) => action))].sort()).toEqual([...actions].sort());
    expect([...new Set(cells.map(({ role }) => role))].sort()).toEqual([...roles].sort());
    expect(cells).toHaveLength(actions.length * roles.length);
  });

  test.each(
    cells.flatMap((cell) => [
      { ...cell, unit: 'the own unit', unitId: 'unit_own' },
      { ...cell, unit: 'a unit below the own', unitId: 'unit_below_own' },
      { ...cell, unit: 'another unit', unitId: 'unit_other' },
      { ...cell, unit: 'no unit', unitId: null },
    ]),
  )('$role, $action, record of $unit: $reach', ({ role, action, reach, unitId }) => {
    const reached: readonly (string | null)[] = REACHED[reach];
    expect(may({ role, unitIds: ownUnits }, action, unitId)).toBe(reached.includes(unitId));
  });

  test.each(roles)('the screen of a %s shows the actions that the role holds at all', (role) => {
    const held = cells.filter((cell) => cell.role === role && cell.reach !== '–').map(({ action }) => action);
    expect(actionsOf(role).sort()).toEqual(held.sort());
  });

  test('nobody without a unit reaches anything through the own unit', () => {
    for (const { role, action, reach } of cells)
      if (reach === 'own') expect(may({ role, unitIds: [] }, action, 'unit_own')).toBe(false);
  });
});
