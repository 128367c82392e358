/** The colours of the product, once. Red only for late or lost, amber only for at risk, green only for done. */
export type Tones = {
  ink: string;
  soft: string;
  line: string;
  paper: string;
  card: string;
  hover: string;
  /** What is not reached yet in a bar. */
  track: string;
  /** Text and links. */
  teal: string;
  /** Filled surfaces; `onTeal` is the text on them. */
  tealFill: string;
  onTeal: string;
  tealSoft: string;
  lastYear: string;
  red: string;
  redFill: string;
  redSoft: string;
  amber: string;
  amberFill: string;
  amberSoft: string;
  green: string;
  greenFill: string;
  greenSoft: string;
};

export type ThemeName = 'light' | 'dark';

export const tones = {
  light: {
    ink: '#1c2628',
    soft: '#566466',
    line: '#e2e5e1',
    paper: '#f7f7f3',
    card: '#ffffff',
    hover: '#f1f4f2',
    track: '#ecedea',
    teal: '#0b5d5e',
    tealFill: '#0b5d5e',
    onTeal: '#ffffff',
    tealSoft: '#d5e6e4',
    lastYear: '#b4c0c4',
    red: '#b3261e',
    redFill: '#b3261e',
    redSoft: '#fbeae8',
    amber: '#915400',
    amberFill: '#a86200',
    amberSoft: '#fbf1de',
    green: '#27713a',
    greenFill: '#2c7a3f',
    greenSoft: '#e6f3e8',
  },
  dark: {
    ink: '#e7ecea',
    soft: '#a5b2b2',
    line: '#2e393a',
    paper: '#121819',
    card: '#1a2223',
    hover: '#222c2d',
    track: '#2b3536',
    teal: '#74c7c1',
    tealFill: '#167b7b',
    onTeal: '#ffffff',
    tealSoft: '#173a3b',
    lastYear: '#66757a',
    red: '#f5938a',
    redFill: '#d2554c',
    redSoft: '#3d1f1d',
    amber: '#f0b860',
    amberFill: '#c98a2b',
    amberSoft: '#3a2d14',
    green: '#86d39a',
    greenFill: '#4c9e62',
    greenSoft: '#183322',
  },
} as const satisfies Record<ThemeName, Tones>;

/** `tealSoft` → `--teal-soft`: what the style sheets use. */
export function customProperties(of: Tones): [name: string, value: string][] {
  return Object.entries(of).map(([name, value]) => [
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ]);
}
