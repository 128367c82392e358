import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTexts } from '../language.ts';
import { SessionEnded } from '../session/SessionEnded.tsx';
import { LoadingState } from '../ui/States.tsx';
import { Tray } from '../ui/Tray.tsx';
import { SideNavigation } from './SideNavigation.tsx';
import { TopBar } from './TopBar.tsx';
import './shell.css';

/** What stands around every page of a person who is logged in. */
export function Shell() {
  const t = useTexts();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const pathBefore = useRef(pathname);
  useEffect(() => {
    setOpen(false);
    // A new page starts where its title is, for eyes and for screen readers.
    if (pathBefore.current !== pathname) main.current?.focus({ preventScroll: true });
    pathBefore.current = pathname;
  }, [pathname]);
  return (
    <div className={`shell ${isOpen ? 'shell-open' : ''}`}>
      <a className="skip" href="#content">
        {t('web.skipToContent')}
      </a>
      <header className="shell-head">
        <div className="brand">
          <button
            type="button"
            className="menu-button"
            aria-expanded={isOpen}
            aria-controls="navigation"
            aria-label={t('web.openNavigation')}
            onClick={() => setOpen(!isOpen)}
          >
            ☰
          </button>
          {t('web.productName')}
        </div>
        <TopBar />
      </header>
      <SideNavigation />
      <main ref={main} id="content" className="content" tabIndex={-1}>
        <Suspense fallback={<LoadingState />}>
          <Outlet />
        </Suspense>
      </main>
      <Tray />
      <SessionEnded />
    </div>
  );
}
