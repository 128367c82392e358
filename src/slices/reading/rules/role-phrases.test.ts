import { expect, test } from 'vitest';
import { readRolePhrase } from './role-phrases.ts';

const phrase = (text: string) => {
  const read = readRolePhrase({ text, pieces: [{ at: 0, place: { block: 0 } }] }, []);
  return read && { leads: read.leads.map((unit) => unit.text), helpers: read.helpers.map((unit) => unit.text) };
};

test.each([
  { text: 'Phòng Pháp chế chủ trì, các phòng phối hợp', leads: ['Phòng Pháp chế'], helpers: ['các phòng'] },
  { text: 'Phòng Pháp chế chủ trì; phối hợp: Thanh tra Sở', leads: ['Phòng Pháp chế'], helpers: ['Thanh tra Sở'] },
  { text: 'Chủ trì Văn phòng Sở, phối hợp các đơn vị', leads: ['Văn phòng Sở'], helpers: ['các đơn vị'] },
  { text: 'Văn phòng Sở phối hợp với Thanh tra Sở', leads: ['Văn phòng Sở'], helpers: ['Thanh tra Sở'] },
  {
    text: 'Chi cục Thủy lợi (chủ trì), Chi cục Kiểm lâm (phối hợp)',
    leads: ['Chi cục Thủy lợi'],
    helpers: ['Chi cục Kiểm lâm'],
  },
])('$text', ({ text, leads, helpers }) => {
  expect(phrase(text)).toEqual({ leads, helpers });
});

test.each(['Văn phòng Sở chủ trì rà soát hồ sơ', 'Văn phòng Sở', 'Phối hợp tốt hơn trong năm'])(
  '"%s" says something else',
  (text) => {
    expect(phrase(text)).toBeNull();
  },
);
