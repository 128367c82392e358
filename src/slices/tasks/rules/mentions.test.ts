import { expect, test } from 'vitest';
import { findMentions } from './mentions.ts';

const people = [
  { userId: 'user_1', username: 'cchc', displayName: 'Chuyên viên CCHC' },
  { userId: 'user_2', username: 'cchc2', displayName: 'Chuyên viên' },
  { userId: 'user_3', username: 'giamdoc', displayName: 'Lãnh đạo Sở' },
];

test.each([
  { note: 'Nhờ @cchc xem giúp', found: ['user_1'] },
  { note: '@cchc2: số liệu quý III', found: ['user_2'] },
  { note: '@Chuyên viên CCHC và @Lãnh đạo Sở.', found: ['user_1', 'user_3'] },
  { note: '@chuyen vien, nhờ bổ sung', found: ['user_2'] },
  { note: '@cchc @cchc', found: ['user_1'] },
  { note: 'thư gửi a@cchcc.vn', found: [] },
  { note: 'không gọi ai', found: [] },
])('“$note” calls $found', ({ note, found }) => expect(findMentions(note, people)).toEqual(found));
