import { memo, useId, useMemo } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Points } from '../../../../web/ui/Figures.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { matchesWords } from '../../../../web/ui/table.ts';
import type { SetPoints } from '../../../scoring/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { FIGURE_TEXTS } from '../measure-fields.ts';
import { type Slide, type SlideLine, slideLines, withinSpan } from './slides.ts';
import { type Change, measureAt, type Supposed } from './supposed.ts';

type SlidesProps = {
  index: IndexOnScreen;
  after: SetPoints;
  ticked: readonly Supposed[];
  onChange: Change;
};

const SHOWN = 8;

/** Shares, percentages and counts to drag; those that lose most come first, and stay where they are while one drags. */
export function Slides({ index, after, ticked, onChange }: SlidesProps) {
  const t = useTexts();
  const { search } = useAddress();
  const order = useMemo(() => codesToShow(index), [index]);
  const found = order.filter(
    ({ code, name }) => (!search.leaf || code === search.leaf) && matchesWords(`${code} ${name}`, search.slide ?? ''),
  );
  const shown = new Set(found.slice(0, SHOWN).map(({ code }) => code));
  const supposed = slideLines(
    index.set,
    (code) => measureAt(ticked, code)?.measure,
    (code) => measureAt(ticked, code) !== null,
  );
  const byCode = new Map([...order, ...supposed].map((line) => [line.code, line]));
  const visible = order.filter(({ code }) => shown.has(code) || (measureAt(ticked, code) && !search.slide));
  if (order.length === 0) return null;
  return (
    <Card title={t('assessment.whatIfSlides')}>
      <p className="soft">{t('assessment.whatIfSlidesLead')}</p>
      <FilterBar filters={[{ kind: 'text', key: 'slide', label: t('assessment.criterion') }]} />
      {visible.map(({ code }) => {
        const line = byCode.get(code);
        return line ? (
          <SlideGroup
            key={code}
            line={line}
            {...pointsAt(after, code)}
            isMoved={measureAt(ticked, code) !== null}
            onChange={onChange}
          />
        ) : null;
      })}
      {found.length > SHOWN ? (
        <p className="soft">{t('assessment.whatIfMore', { count: found.length - SHOWN })}</p>
      ) : null}
    </Card>
  );
}

/** What can be moved as measured, most lost first; bonus and penalty come last, in the order of the set. */
function codesToShow({ set, start, measures }: IndexOnScreen): SlideLine[] {
  const lost = new Map(
    start.points.leaves.map(({ leaf, lost: points, isApplicable }) => [
      leaf.code,
      isApplicable ? (points ?? leaf.max).toNumber() : null,
    ]),
  );
  return slideLines(set, (code) => measures[code])
    .filter(({ code }) => lost.get(code) !== null)
    .sort((first, second) => (lost.get(second.code) ?? -1) - (lost.get(first.code) ?? -1));
}

type SlideGroupProps = {
  line: SlideLine;
  points: string | null;
  maximum: string;
  isMoved: boolean;
  onChange: Change;
};

/** Points of a leaf, bonus or penalty as they would be; null: not scored. */
function pointsAt({ leaves, bonus, penalty }: SetPoints, code: string): Pick<SlideGroupProps, 'points' | 'maximum'> {
  const found = leaves.find(({ leaf }) => leaf.code === code);
  if (found) return { points: found.points?.toFixed() ?? null, maximum: found.leaf.max.toFixed() };
  const extra = [...bonus, ...penalty].find((one) => one.code === code);
  return { points: extra?.points.toFixed() ?? null, maximum: extra?.cap.toFixed() ?? '0' };
}

const SlideGroup = memo(function SlideGroup({ line, points, maximum, isMoved, onChange }: SlideGroupProps) {
  const t = useTexts();
  const { code, name, slides, move } = line;
  return (
    <fieldset className="slides">
      <legend>
        {code} {name}
      </legend>
      {slides.map((slide) => (
        <SlideField
          key={slide.name}
          slide={slide}
          onChange={(text) => onChange(code, 'measure', { kind: 'measure', code, measure: move(slide.name, text) })}
        />
      ))}
      <div className="slide-points">
        {points === null ? <span>–</span> : <Points points={points} maximum={maximum} />}
        {isMoved ? (
          <button type="button" className="link-button" onClick={() => onChange(code, 'measure', null)}>
            {t('assessment.whatIfSetBack')}
            <span className="visually-hidden">: {code}</span>
          </button>
        ) : null}
      </div>
    </fieldset>
  );
});

function SlideField({ slide, onChange }: { slide: Slide; onChange: (text: string) => void }) {
  const t = useTexts();
  const id = useId();
  const { name, value, min, max, step } = slide;
  const known = FIGURE_TEXTS.find((one) => one === name);
  const label = slide.label ?? (known ? t(`assessment.figure.${known}`) : name);
  const change = (event: React.ChangeEvent<HTMLInputElement>) => {
    const text = withinSpan(slide, event.target.value);
    if (text !== null) onChange(text);
  };
  return (
    <div className="slide">
      <label id={`${id}label`} htmlFor={id}>
        {label}
      </label>
      <input id={id} type="range" min={min} max={max} step={step} value={value} onChange={change} />
      <input
        className="input"
        type="number"
        aria-labelledby={`${id}label`}
        min={min}
        max={max}
        step="any"
        value={value}
        onChange={change}
      />
      <span className="soft nowrap">/ {max.toLocaleString('vi')}</span>
    </div>
  );
}
