import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { language, useLanguage, useTexts } from '../language.ts';
import { useLogOut } from '../session/log-out.ts';
import { useSession } from '../session/session.ts';
import type { Language, TextKey } from '../texts.ts';
import { type ThemeChoice, themeChoice } from '../theme/theme.ts';

const THEMES = {
  system: 'web.theme.system',
  light: 'web.theme.light',
  dark: 'web.theme.dark',
} as const satisfies Record<ThemeChoice, TextKey>;
const LANGUAGES = { vi: 'web.vietnamese', en: 'web.english' } as const satisfies Record<Language, TextKey>;

/** Who I am here, my language, my theme, my password, the way out. */
export function PersonMenu() {
  const t = useTexts();
  const { user } = useSession();
  const logOut = useLogOut();
  const menu = useRef<HTMLDetailsElement>(null);
  useCloseOutside(menu);
  return (
    <details ref={menu} className="drop person">
      <summary>
        <span className="person-mark" aria-hidden="true">
          {user.displayName.trim().charAt(0)}
        </span>
        <span className="visually-hidden">{t('web.account')}: </span>
        <span className="person-name">{user.displayName}</span>
      </summary>
      <div className="drop-panel person-panel">
        <p className="person-who">
          <b>{user.displayName}</b>
          <span className="soft">
            {user.username} · {t(`web.role.${user.role}`)}
          </span>
        </p>
        <LanguageChoice />
        <ThemeChoiceField />
        <Link to="/password">{t('web.changePassword')}</Link>
        <button type="button" className="link-button" onClick={() => void logOut()}>
          {t('web.logOut')}
        </button>
      </div>
    </details>
  );
}

/** A press anywhere else, Escape, or a step to another part closes the menu. */
function useCloseOutside(menu: React.RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const closeUnlessInside = (event: Event) => {
      if (menu.current && event.target instanceof Node && !menu.current.contains(event.target))
        menu.current.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', closeUnlessInside);
    document.addEventListener('focusin', closeUnlessInside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('pointerdown', closeUnlessInside);
      document.removeEventListener('focusin', closeUnlessInside);
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [menu]);
}

/** Also stands on the pages before log-in. */
export function LanguageChoice() {
  const t = useTexts();
  const now = useLanguage();
  return (
    <fieldset className="choice-row">
      <legend>{t('web.language')}</legend>
      {Object.entries(LANGUAGES).map(([name, key]) => (
        <label key={name} lang={name}>
          <input
            type="radio"
            name="language"
            checked={name === now}
            onChange={() => language.set(name === 'en' ? 'en' : 'vi')}
          />
          {t(key)}
        </label>
      ))}
    </fieldset>
  );
}

const CHOICES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[];

function ThemeChoiceField() {
  const t = useTexts();
  const now = useSyncExternalStore(themeChoice.subscribe, themeChoice.get);
  return (
    <fieldset className="choice-row">
      <legend>{t('web.theme')}</legend>
      {CHOICES.map((choice) => (
        <label key={choice}>
          <input type="radio" name="theme" checked={choice === now} onChange={() => themeChoice.set(choice)} />
          {t(THEMES[choice])}
        </label>
      ))}
    </fieldset>
  );
}
