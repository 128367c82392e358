import { useState } from 'react';
import { NoticeBell } from '../../slices/notifications/screens/NoticeBell.tsx';
import { useAddress } from '../address.ts';
import { useTexts } from '../language.ts';
import { useSession, useYear } from '../session/session.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { SearchPalette } from './SearchPalette.tsx';
import { useShortcut } from './shortcut.ts';

/** Agency, year, search, notices, person. */
export function TopBar() {
  const t = useTexts();
  const { agency } = useSession();
  const [isSearching, setSearching] = useState(false);
  useShortcut('k', () => setSearching(true));
  return (
    <div className="top no-print">
      <span className="top-agency" title={agency.name}>
        {agency.name}
      </span>
      <YearSwitch />
      <button type="button" className="top-search" onClick={() => setSearching(true)}>
        <span className="top-search-words">{t('web.searchPlaceholder')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <NoticeBell />
      <PersonMenu />
      <SearchPalette isOpen={isSearching} onClose={() => setSearching(false)} />
    </div>
  );
}

/** The year is the context of everything, so it stands in the address and goes along from page to page. */
function YearSwitch() {
  const t = useTexts();
  const { years } = useSession();
  const year = useYear();
  const { change } = useAddress();
  const choices = years.includes(year) ? years : [year, ...years];
  return (
    <select
      className="top-year"
      aria-label={t('web.year')}
      value={year}
      onChange={(event) => change({ year: event.target.value })}
    >
      {choices.map((one) => (
        <option key={one} value={one}>
          {t('web.yearOf', { year: one })}
        </option>
      ))}
    </select>
  );
}
