import { describe, expect, test } from 'vitest';
import { changeText, directionOf, percentText, pointsText, shareOf } from './figures.ts';

describe('figures look the same everywhere', () => {
  test.each([
    { points: '8.75', maximum: '13', text: '8,75/13', because: 'the decimal sign is a comma' },
    { points: '80.567', maximum: 99, text: '80,567/99', because: 'no digit is lost' },
    { points: '0', maximum: '2', text: '0/2', because: 'zero is a figure' },
    { points: '1234.5', maximum: '2000', text: '1.234,5/2.000', because: 'thousands are parted by a point' },
  ])('$points of $maximum is written $text: $because', ({ points, maximum, text }) => {
    expect(pointsText(points, maximum)).toBe(text);
  });

  test('a percent keeps its sign on the same line', () => {
    expect(percentText('67.31')).toBe('67,31\u00a0%');
  });

  test.each([
    { change: '-10.933', text: '▼\u00a010,933', direction: 'down' },
    { change: '0.6', text: '▲\u00a00,6', direction: 'up' },
    { change: '0.000', text: '=\u00a00', direction: 'same' },
  ])('a change of $change is written $text', ({ change, text, direction }) => {
    expect(changeText(change)).toBe(text);
    expect(directionOf(change)).toBe(direction);
  });

  test.each([
    { part: '8.75', whole: '13', share: 8.75 / 13 },
    { part: '20', whole: '13', share: 1 },
    { part: '-1', whole: '13', share: 0 },
    { part: '1', whole: '0', share: 0 },
  ])('$part of $whole never leaves its bar', ({ part, whole, share }) => {
    expect(shareOf(part, whole)).toBe(share);
  });
});
