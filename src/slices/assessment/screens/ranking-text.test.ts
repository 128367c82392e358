import { describe, expect, test } from 'vitest';
import { readRanking, writeRanking } from './ranking-text.ts';

describe('published results as they are pasted', () => {
  test.each([
    { text: 'Sở Nội vụ; 92,45', entries: [['Sở Nội vụ', '92.45']], wrong: [] },
    {
      text: 'Sở Nội vụ\t92.45\n\nSở Y tế\t87,65',
      entries: [
        ['Sở Nội vụ', '92.45'],
        ['Sở Y tế', '87.65'],
      ],
      wrong: [],
    },
    { text: 'Sở Nội vụ; 92,45\nSở Y tế', entries: [['Sở Nội vụ', '92.45']], wrong: [2] },
    { text: 'Sở Nội vụ; cao', entries: [], wrong: [1] },
    { text: 'Sở Nội vụ; 92\nSở Nội vụ; 91', entries: [['Sở Nội vụ', '92']], wrong: [2] },
    { text: 'Sở Nội vụ; 92; 1=x', entries: [], wrong: [1] },
    { text: '', entries: [], wrong: [] },
  ])('“$text”', ({ text, entries, wrong }) => {
    const read = readRanking(text, 'Sở TN&MT');
    expect(read.entries.map(({ name, points }) => [name, points])).toEqual(entries);
    expect(read.wrongLines).toEqual(wrong);
  });

  test('may hold the points of areas, know our own line, and come back as they were', () => {
    const text = 'Sở TN&MT; 80,567; 1=8,75; 2=11,333\nSở Y tế; 87,65';
    const { entries } = readRanking(text, 'Sở TN&MT');
    expect(entries[0]).toEqual({ name: 'Sở TN&MT', points: '80.567', isOwn: true, areas: { 1: '8.75', 2: '11.333' } });
    expect(writeRanking(entries)).toBe(text);
  });
});
