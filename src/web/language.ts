import { useSyncExternalStore } from 'react';
import { keepSetting } from './settings.ts';
import { type Language, type Translate, translator } from './texts.ts';

const A_YEAR_SECONDS = 365 * 24 * 3600;

/** Vietnamese unless the person chose English; the server learns it from the header of each call and the cookie. */
export const language = keepSetting<Language>('language', ['vi', 'en'], 'vi');

function tellDocument(): void {
  document.documentElement.lang = language.get();
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is missing on plain http
  document.cookie = `caicach-language=${language.get()}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax${secure}`;
}

export function followLanguage(): void {
  tellDocument();
  language.subscribe(tellDocument);
}

/** The translator of the language now chosen; a component that uses it is drawn anew when that changes. */
export function useTexts(): Translate {
  return translator(useSyncExternalStore(language.subscribe, language.get));
}

export function useLanguage(): Language {
  return useSyncExternalStore(language.subscribe, language.get);
}
