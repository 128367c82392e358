import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { LongTextField } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import { readPastedLosses } from '../../rules/pasted-losses.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { SheetDrop } from '../SheetDrop.tsx';

/** Lines of a spreadsheet, pasted or uploaded, recorded together once every one of them is right. */
export function LossImport({ index, onDone }: { index: IndexOnScreen; onDone: (count: number) => void }) {
  const t = useTexts();
  const { standing } = useUnits();
  const [text, setText] = useState('');
  const { losses, faults } = readPastedLosses(text, index.set, standing);
  const recording = useMutation({
    mutationFn: () =>
      api.recordLosses({
        body: {
          year: index.data.year,
          origin: 'imported',
          losses: losses.map((loss) => ({
            ...loss,
            codes: [...loss.codes],
            units: loss.units.map((unit) => ({ ...unit })),
            deficitId: null,
            taskIds: [],
          })),
        },
      }),
    onSuccess: ({ lossIds }) => {
      setText('');
      onDone(lossIds.length);
    },
  });
  return (
    <div className="form">
      <SheetDrop onLines={setText} />
      <LongTextField name="losses" label={t('loss.lines')} hint={t('loss.linesHint')} value={text} onChange={setText} />
      {faults.length ? (
        <Notice tone="late">
          <p>{t('loss.faults', { count: faults.length })}</p>
          <ul>
            {faults.map(({ line, code, text: told }) => (
              <li key={line}>
                {t('loss.fault', { line, reason: t(`loss.refused.${code}`) })} <span className="soft">{told}</span>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {recording.error ? <Notice tone="late">{recording.error.message}</Notice> : null}
      <div className="form-buttons">
        <Button
          type="primary"
          disabled={faults.length > 0 || losses.length === 0}
          loading={recording.isPending}
          onClick={() => recording.mutate()}
        >
          {t('loss.record', { count: losses.length })}
        </Button>
      </div>
    </div>
  );
}
