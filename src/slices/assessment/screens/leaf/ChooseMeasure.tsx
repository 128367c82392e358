import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetLeafFiguresAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { ChoiceField } from '../../../../web/ui/Field.tsx';

type ChooseProps = {
  target: { year: number; leafCode: string; place: number; counts: 'computed' | 'entered' };
  label: string;
  /** Key of the measure that feeds the place now. */
  tied: string | null;
  offered: GetLeafFiguresAnswer['offered'];
};

/** Which measure feeds a place of the leaf's rule; those made for this place come first. */
export function ChooseMeasure({ target, label, tied, offered }: ChooseProps) {
  const t = useTexts();
  const language = useLanguage();
  const mayChange = useRights()('index.change');
  const { place, leafCode } = target;
  const isMadeForPlace = (one: (typeof offered)[number]): boolean => one.isMadeForIt && (one.place ?? 0) === place;
  const sorted = offered.toSorted((a, b) => Number(isMadeForPlace(b)) - Number(isMadeForPlace(a)));
  const [key, setKey] = useState(tied ?? sorted.find(isMadeForPlace)?.key ?? '');
  const tying = useMutation({
    mutationFn: (measureKey: string | null) =>
      api.tieMeasureToLeaf({ path: { leafCode }, body: { ...target, measureKey } }),
  });
  if (!mayChange) return null;
  if (offered.length === 0 && tied === null) return <p className="soft">{t('leaf.offeredNone')}</p>;
  return (
    <form
      className="form-line"
      onSubmit={(event) => {
        event.preventDefault();
        tying.mutate(key || null);
      }}
    >
      <ChoiceField
        name={`measure-${place}`}
        label={label}
        emptyText={t('leaf.noMeasure')}
        value={key}
        choices={sorted.map((one) => ({
          value: one.key,
          label: isMadeForPlace(one) ? t('leaf.madeForIt', { name: one.label[language] }) : one.label[language],
        }))}
        onChange={setKey}
      />
      <Button htmlType="submit" loading={tying.isPending} disabled={key === (tied ?? '')}>
        {t('leaf.tie')}
      </Button>
    </form>
  );
}
