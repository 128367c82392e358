const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LARGEST_ROMAN = 3999;

function toRoman(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** a … z, then aa, bb …, as Word counts. */
function toLetters(value: number): string {
  if (value < 1) return String(value);
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 10));
}

/** A list number in one of Word's formats; formats that Vietnamese papers do not use come out as plain digits. */
export function formatListNumber(value: number, format: string): string {
  switch (format) {
    case 'lowerRoman':
      return toRoman(value);
    case 'upperRoman':
      return toRoman(value).toUpperCase();
    case 'lowerLetter':
      return toLetters(value);
    case 'upperLetter':
      return toLetters(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

/** Signs of the Symbol and Wingdings fonts that Word keeps in the private use area. */
const BULLETS: Readonly<Record<string, string>> = {
  '\uF0B7': '•',
  '\uF02D': '-',
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF076': '❖',
  '\uF0FC': '✓',
  '\uF0E0': '→',
  '\uF02B': '+',
  '\uF02A': '*',
};

export function readableBullet(text: string): string {
  return text.replace(/[\uF000-\uF0FF]/g, (sign) => BULLETS[sign] ?? '•');
}
