import { describe, expect, test } from 'vitest';
import { changesOf, figuresTyped, followServer, readFigure, typedOf } from './report-values.ts';

const saved = { numbers: { tong: '1234.5', dung: null }, texts: { 'ket-qua': 'cũ' } };
const none = new Set<string>();

test.each([
  { typed: '1.234,5', figure: '1234.5' },
  { typed: '', figure: null },
  { typed: '  ', figure: null },
  { typed: '12.34', figure: undefined },
  { typed: 'một', figure: undefined },
])('“$typed” is $figure', ({ typed, figure }) => expect(readFigure(typed)).toBe(figure));

describe('fields of a report', () => {
  test('what was saved is typed as on paper, and nothing has changed then', () => {
    const typed = typedOf(saved);
    expect(typed).toEqual({ 'number:tong': '1.234,5', 'number:dung': '', 'text:ket-qua': 'cũ' });
    expect(changesOf(typed, saved, none)).toEqual([]);
  });

  test('only what differs is sent; no number and what waits for an answer is not', () => {
    const typed = { 'number:tong': '7', 'number:dung': 'một', 'text:ket-qua': 'mới' };
    expect(changesOf(typed, saved, none)).toEqual([
      { kind: 'number', field: 'tong', from: '1234.5', to: '7' },
      { kind: 'text', field: 'ket-qua', from: 'cũ', to: 'mới' },
    ]);
    expect(changesOf(typed, saved, new Set(['number:tong', 'text:ket-qua']))).toEqual([]);
  });

  test('what somebody else saved appears where nothing was typed here', () => {
    const after = { numbers: { tong: '9', dung: '3' }, texts: { 'ket-qua': 'của người khác' } };
    const typed = { ...typedOf(saved), 'text:ket-qua': 'đang gõ' };
    expect(followServer(typed, saved, after)).toEqual({
      'number:tong': '9',
      'number:dung': '3',
      'text:ket-qua': 'đang gõ',
    });
  });

  test('figures that are no number are left out of the questions', () => {
    expect(figuresTyped({ 'number:tong': '5', 'number:dung': 'x', 'text:ket-qua': '5' })).toEqual({ tong: '5' });
  });
});
