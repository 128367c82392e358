import { describe, expect, test } from 'vitest';
import { readRanking, writeRanking } from './pasted-ranking.ts';

const areas = [
  { code: '1', name: 'Chỉ đạo điều hành' },
  { code: '2', name: 'Cải cách thể chế' },
];
const read = (text: string) => readRanking(text, { ownName: 'Sở TN&MT', areas });

describe('published results as they are pasted', () => {
  test.each([
    { text: 'Sở Nội vụ; 92,45', entries: [['Sở Nội vụ', '92.45']], wrong: [] },
    {
      text: 'Sở Nội vụ\t92.45\n\nSở Y tế\t87,65%',
      entries: [
        ['Sở Nội vụ', '92.45'],
        ['Sở Y tế', '87.65'],
      ],
      wrong: [],
    },
    { text: '1\tSở Nội vụ\t92.45', entries: [['Sở Nội vụ', '92.45']], wrong: [] },
    { text: 'Sở Nội vụ; 92,45\nSở Y tế', entries: [['Sở Nội vụ', '92.45']], wrong: ['2 not-a-number'] },
    { text: 'Sở Nội vụ; cao', entries: [], wrong: ['1 not-a-number'] },
    { text: 'Sở Nội vụ; -3', entries: [], wrong: ['1 not-a-number'] },
    { text: 'Sở Nội vụ; 92\nsở nội vụ; 91', entries: [['Sở Nội vụ', '92']], wrong: ['2 twice'] },
    { text: 'Sở Nội vụ; 92; 1=x', entries: [], wrong: ['1 area-not-a-number'] },
    { text: '; 92', entries: [], wrong: ['1 no-name'] },
    { text: '', entries: [], wrong: [] },
  ])('“$text”', ({ text, entries, wrong }) => {
    const { entries: found, faults } = read(text);
    expect(found.map(({ name, points }) => [name, points])).toEqual(entries);
    expect(faults.map(({ line, code }) => `${line} ${code}`)).toEqual(wrong);
  });

  test('a head names the columns, areas by code or name; what it does not know is passed over', () => {
    const text = 'STT\tĐơn vị\tLV1\tCải cách thể chế\tGhi chú\tTổng điểm\n1\tSở TN&MT\t8,75\t11,333\tđạt\t80,567';
    expect(read(text)).toEqual({
      entries: [{ name: 'Sở TN&MT', points: '80.567', isOwn: true, areas: { 1: '8.75', 2: '11.333' } }],
      faults: [],
    });
  });

  test('may hold the points of areas, know our own line, and come back as they were', () => {
    const text = 'Sở TN&MT; 80,567; 1=8,75; 2=11,333\nSở Y tế; 87,65';
    const { entries } = read(text);
    expect(entries[0]).toEqual({ name: 'Sở TN&MT', points: '80.567', isOwn: true, areas: { 1: '8.75', 2: '11.333' } });
    expect(writeRanking(entries)).toBe(text);
  });
});
