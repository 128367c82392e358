import { useEffect } from 'react';
import { useTexts } from '../language.ts';
import { LanguageChoice } from '../shell/PersonMenu.tsx';
import '../shell/shell.css';

type DoorProps = { title: string; children: React.ReactNode };

/** The page in front of the product: log-in, first administrator. */
export function Door({ title, children }: DoorProps) {
  const t = useTexts();
  const product = t('web.productName');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <main className="door">
      <div className="door-card">
        <div className="door-brand">
          <b>{product}</b>
          {t('web.logInLead')}
        </div>
        <div className="door-body">
          <h1>{title}</h1>
          {children}
        </div>
        <div className="door-language">
          <LanguageChoice />
        </div>
      </div>
    </main>
  );
}
