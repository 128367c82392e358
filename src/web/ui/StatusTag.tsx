/** `late` for late or lost, `risk` for at risk, `good` for approved and done; nothing else is coloured so. */
export type Tone = 'plain' | 'teal' | 'good' | 'risk' | 'late';

type StatusTagProps = { tone?: Tone; children: React.ReactNode };

/** A word with a colour behind it; the word says it alone. */
export function StatusTag({ tone = 'plain', children }: StatusTagProps) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}

type UnitNameProps = { shortName: string; name: string };

/** VPĐK đất đai, in full on hover. */
export function UnitName({ shortName, name }: UnitNameProps) {
  return shortName === name ? <span>{name}</span> : <abbr title={name}>{shortName}</abbr>;
}

type NoticeProps = { tone?: Tone; children: React.ReactNode };

/** A sentence that was not there a moment ago; it is read out. */
export function Notice({ tone = 'teal', children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'late' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
