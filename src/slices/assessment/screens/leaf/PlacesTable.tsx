import type { GetLeafFiguresAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import type { Leaf } from '../../../criteria/index.ts';
import { meetsTarget, placesOf } from '../../../registers/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { ChooseMeasure } from './ChooseMeasure.tsx';
import { figuresText } from './figures-words.ts';

type Tie = IndexOnScreen['data']['ties'][number];
type PlacesProps = { leaf: Leaf; year: number; ties: readonly Tie[]; offered: GetLeafFiguresAnswer['offered'] };
type Row = { place: number; name: string; tie: Tie | undefined };

/** The events, parts or levels of a rule, each with the measure that fills it and what it says now. */
export function PlacesTable({ leaf, year, ties, offered }: PlacesProps) {
  const t = useTexts();
  const language = useLanguage();
  const isJudged = leaf.rule.shape !== 'deduction';
  const counts = ties[0]?.counts ?? 'computed';
  const rows = placesOf(leaf.rule).map(
    (name, place): Row => ({
      place,
      name: name ?? t('leaf.placeNumber', { number: place + 1 }),
      tie: ties.find((one) => one.place === place),
    }),
  );
  const saysNow = ({ tie }: Row): string => {
    if (!tie?.definition || tie.figures === null) return t('assessment.state.no-data');
    const isMet = isJudged ? meetsTarget({ ...tie.definition, figures: tie.figures }) : null;
    const told = figuresText(tie.figures);
    if (isMet === null) return told;
    return isMet ? t('leaf.placeMet', { figures: told }) : t('leaf.placeNotMet', { figures: told });
  };
  const columns: Column<Row>[] = [
    { key: 'name', title: t('leaf.place'), value: ({ name }) => name, isRowHeader: true },
    {
      key: 'now',
      title: t('leaf.computedNow'),
      value: saysNow,
      show: (row) => (row.tie?.address ? <a href={row.tie.address}>{saysNow(row)}</a> : saysNow(row)),
    },
    {
      key: 'measure',
      title: t('leaf.chooseMeasure'),
      value: ({ tie }) => tie?.definition?.label[language] ?? null,
      show: ({ place, name, tie }) => (
        <ChooseMeasure
          key={tie?.measureKey}
          target={{ year, leafCode: leaf.code, place, counts }}
          label={t('leaf.measureOf', { place: name })}
          tied={tie?.measureKey ?? null}
          offered={offered}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={t('leaf.places')}
      columns={columns}
      rows={rows}
      keyOf={({ place }) => String(place)}
      hasTools={false}
      hasCaptionShown
    />
  );
}
