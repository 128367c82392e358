import { type ThemeConfig, theme } from 'antd';
import { keepSetting } from '../settings.ts';
import { customProperties, type ThemeName, tones } from './tones.ts';

export type ThemeChoice = ThemeName | 'system';

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

/** What the person chose; kept in this browser. */
export const themeChoice = keepSetting<ThemeChoice>('theme', ['system', 'light', 'dark'], 'system');

export function themeNow(): ThemeName {
  const choice = themeChoice.get();
  if (choice !== 'system') return choice;
  return prefersDark.matches ? 'dark' : 'light';
}

export function onThemeChange(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener);
  const stop = themeChoice.subscribe(listener);
  return () => {
    prefersDark.removeEventListener('change', listener);
    stop();
  };
}

/** Paper is white: what is printed is printed in the light tones. */
export function printInLight(): void {
  window.addEventListener('beforeprint', () => paint('light'));
  window.addEventListener('afterprint', () => paint(themeNow()));
}

/** Puts the tones on the page, where the style sheets find them. */
export function paint(name: ThemeName): void {
  const { style, dataset } = document.documentElement;
  for (const [property, value] of customProperties(tones[name])) style.setProperty(property, value);
  style.colorScheme = name;
  dataset.theme = name;
}

/** The component library in the product's tones. */
export function libraryTheme(name: ThemeName): ThemeConfig {
  const tone = tones[name];
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: tone.tealFill,
      colorInfo: tone.tealFill,
      colorSuccess: tone.greenFill,
      colorWarning: tone.amberFill,
      colorError: tone.redFill,
      colorLink: tone.teal,
      colorText: tone.ink,
      colorTextSecondary: tone.soft,
      colorTextPlaceholder: tone.soft,
      colorBorder: tone.line,
      colorBgBase: tone.card,
      colorBgLayout: tone.paper,
      borderRadius: 6,
      borderRadiusLG: 10,
      fontFamily: "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif",
      fontSize: 14,
      controlHeight: 34,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 600 },
      Modal: { titleFontSize: 17 },
    },
  };
}
