import { useId } from 'react';

type CardProps = {
  title?: string;
  /** A link or a word at the right of the title. */
  more?: React.ReactNode;
  /** How many of the twelve columns of a `.grid` it takes on a wide screen. */
  wide?: 3 | 4 | 5 | 6 | 7 | 8;
  tone?: 'plain' | 'alert';
  children: React.ReactNode;
};

export function Card({ title, more, wide, tone = 'plain', children }: CardProps) {
  const titleId = useId();
  const className = ['card', wide ? `wide-${wide}` : '', tone === 'alert' ? 'card-alert' : ''].join(' ').trim();
  if (!title) return <div className={className}>{children}</div>;
  return (
    <section className={className} aria-labelledby={titleId}>
      <div className="card-head">
        <h2 id={titleId}>{title}</h2>
        {more ? <div className="card-more">{more}</div> : null}
      </div>
      {children}
    </section>
  );
}
