import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { LongTextField } from '../../../web/ui/Field.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { type PastedPoints, type PastedScore, type PointsLeaf, readPastedPoints } from '../rules/pasted-points.ts';
import { SheetDrop } from './SheetDrop.tsx';

type PastePointsProps = { leaves: readonly PointsLeaf[]; onFill: (scores: readonly PastedScore[]) => void };

/** Lines of a spreadsheet, put into the table together once every one of them is right. */
export function PastePoints({ leaves, onFill }: PastePointsProps) {
  const t = useTexts();
  const [text, setText] = useState('');
  const [read, setRead] = useState<PastedPoints | null>(null);
  const fill = () => {
    const pasted = readPastedPoints(text, leaves);
    setRead(pasted);
    if (pasted.faults.length || !pasted.scores.length) return;
    onFill(pasted.scores);
    setText('');
  };
  return (
    <Card title={t('results.paste')}>
      <div className="form">
        <SheetDrop onLines={setText} />
        <LongTextField
          name="pasted"
          label={t('results.pasteLines')}
          hint={t('results.pasteHint')}
          value={text}
          onChange={setText}
        />
        <div className="form-buttons">
          <Button onClick={fill}>{t('results.pasteFill')}</Button>
        </div>
        {read ? <Pasted read={read} leaves={leaves} /> : null}
      </div>
    </Card>
  );
}

function Pasted({ read: { scores, faults }, leaves }: { read: PastedPoints; leaves: readonly PointsLeaf[] }) {
  const t = useTexts();
  if (!faults.length)
    return scores.length ? (
      <Notice tone="good">{t('results.pasteFilled', { count: scores.length })}</Notice>
    ) : (
      <Notice tone="risk">{t('results.pasteNone')}</Notice>
    );
  const maxOf = (code: string) => figureText(leaves.find((leaf) => leaf.code === code)?.max.toFixed() ?? '0');
  return (
    <Notice tone="late">
      <p>{t('results.pasteFaults', { count: faults.length })}</p>
      <ul>
        {faults.map(({ code, line, leafCode }) => (
          <li key={line}>
            {t('results.pasteFault', {
              line,
              text: t(`results.fault.${code}`, { code: leafCode, max: maxOf(leafCode) }),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
