import { expect, test } from 'vitest';
import { parseNewUnits } from './new-units.ts';

test.each([
  { text: 'Phòng A; P.A', units: [{ name: 'Phòng A', shortName: 'P.A' }], because: 'full name and short name' },
  { text: 'Phòng A', units: [{ name: 'Phòng A', shortName: 'Phòng A' }], because: 'one name serves for both' },
  {
    text: '\n Phòng A ; \n\nPhòng B\n',
    units: [
      { name: 'Phòng A', shortName: 'Phòng A' },
      { name: 'Phòng B', shortName: 'Phòng B' },
    ],
    because: 'empty lines are no units',
  },
  { text: '  ', units: [], because: 'nothing is no unit' },
])('"$text": $because', ({ text, units }) => {
  expect(parseNewUnits(text)).toEqual(units);
});
