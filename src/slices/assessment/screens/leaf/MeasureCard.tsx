import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetLeafFiguresAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { LeafPoints } from '../../../scoring/index.ts';
import { changesSince } from '../../rules/what-counts.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { CompareFigures } from './CompareFigures.tsx';
import { figuresText } from './figures-words.ts';
import { MonthLine } from './MonthLine.tsx';
import { monthPoints } from './month-line.ts';
import { UnitFigures } from './UnitFigures.tsx';

type MeasureCardProps = { index: IndexOnScreen; result: LeafPoints };
type Tie = IndexOnScreen['data']['ties'][number];

/** The measure that feeds a leaf: now, entered and frozen beside each other, over the year and by unit. */
export function MeasureCard({ index, result }: MeasureCardProps) {
  const t = useTexts();
  const { leaf } = result;
  const { year } = index.data;
  const tie = index.data.ties.find(({ leafCode }) => leafCode === leaf.code);
  const query = useQuery({
    queryKey: ['leaf-figures', year, leaf.code, tie?.measureKey ?? ''],
    queryFn: ({ signal }) => api.getLeafFigures({ path: { leafCode: leaf.code }, query: { year }, signal }),
  });
  return (
    <Card title={t('leaf.measures')} more={tie?.address ? <a href={tie.address}>{t('leaf.toRecords')}</a> : null}>
      <Loaded query={query}>
        {(figures) => (
          <div className="stack">
            {tie ? (
              <Tied index={index} result={result} tie={tie} figures={figures} />
            ) : (
              <p className="soft">{t('leaf.untied')}</p>
            )}
            <ChooseMeasure key={tie?.measureKey} year={year} leafCode={leaf.code} tie={tie} offered={figures.offered} />
          </div>
        )}
      </Loaded>
    </Card>
  );
}

type TiedProps = MeasureCardProps & { tie: Tie; figures: GetLeafFiguresAnswer };

function Tied({ index, result, tie, figures }: TiedProps) {
  const t = useTexts();
  const language = useLanguage();
  const frozen = index.data.frozen.find(({ leafCode }) => leafCode === tie.leafCode);
  const label = tie.definition?.label[language] ?? tie.measureKey;
  const unit = tie.definition?.kind === 'share' ? '%' : (tie.definition?.unit ?? '');
  const goal = tie.definition?.target ? Number(tie.definition.target.value) : null;
  const moved = frozen?.measureKey === tie.measureKey ? changesSince(frozen.figures, tie.figures) : [];
  return (
    <>
      <p>
        <b>{label}</b>
      </p>
      {moved.length && frozen ? (
        <Notice tone="risk">
          {t('leaf.movedSince', { before: figuresText(frozen.figures), after: figuresText(tie.figures) })}
        </Notice>
      ) : null}
      <CompareFigures index={index} leaf={result.leaf} tie={tie} />
      <MonthLine
        caption={label}
        now={monthPoints(figures.months)}
        last={monthPoints(figures.lastMonths)}
        goal={goal}
        unit={unit}
      />
      <UnitFigures caption={label} units={figures.units} address={tie.address} result={result} />
    </>
  );
}

type ChooseProps = { year: number; leafCode: string; tie: Tie | undefined; offered: GetLeafFiguresAnswer['offered'] };

/** Which measure feeds the leaf; those made for it come first. */
function ChooseMeasure({ year, leafCode, tie, offered }: ChooseProps) {
  const t = useTexts();
  const language = useLanguage();
  const mayChange = useRights()('index.change');
  const [key, setKey] = useState(tie?.measureKey ?? offered.find(({ isMadeForIt }) => isMadeForIt)?.key ?? '');
  const tying = useMutation({
    mutationFn: (measureKey: string | null) =>
      api.tieMeasureToLeaf({
        path: { leafCode },
        body: { year, measureKey, counts: tie?.counts ?? 'computed' },
      }),
  });
  if (!mayChange) return null;
  if (offered.length === 0 && !tie) return <p className="soft">{t('leaf.offeredNone')}</p>;
  return (
    <form
      className="form-line"
      onSubmit={(event) => {
        event.preventDefault();
        tying.mutate(key || null);
      }}
    >
      <ChoiceField
        name="measure"
        label={t('leaf.chooseMeasure')}
        emptyText={t('leaf.noMeasure')}
        value={key}
        choices={offered.map(({ key: value, label, isMadeForIt }) => ({
          value,
          label: isMadeForIt ? t('leaf.madeForIt', { name: label[language] }) : label[language],
        }))}
        onChange={setKey}
      />
      <Button htmlType="submit" loading={tying.isPending} disabled={key === (tie?.measureKey ?? '')}>
        {t('leaf.tie')}
      </Button>
    </form>
  );
}
