import { useEffect } from 'react';
import { useTexts } from '../language.ts';

type PageHeadProps = {
  title: string;
  /** One sentence that says what the page means today. */
  lead?: React.ReactNode;
  /** The way here: links, the page itself left out. */
  crumbs?: readonly React.ReactNode[];
  actions?: React.ReactNode;
};

/** Title, sentence and buttons of a page; names the browser's tab too. */
export function PageHead({ title, lead, crumbs = [], actions }: PageHeadProps) {
  const t = useTexts();
  const product = t('web.productName');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        {crumbs.length ? (
          <ol className="crumbs">
            {crumbs.map((crumb, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the way is short and never reordered
              <li key={place}>{crumb}</li>
            ))}
          </ol>
        ) : null}
        <h1>{title}</h1>
        {lead ? <div className="page-head-lead">{lead}</div> : null}
      </div>
      {actions ? <div className="page-head-actions no-print">{actions}</div> : null}
    </header>
  );
}
