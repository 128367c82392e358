import { useTexts } from '../../../../web/language.ts';
import { figureText } from '../../../../web/ui/figures.ts';
import { dayText } from '../../../../web/ui/moments.ts';
import { DeadlineView } from './DeadlineView.tsx';
import {
  deadlinesOf,
  type FieldSpec,
  isStated,
  namesOf,
  numberOf,
  type ReviewItem,
  type SectionName,
  sectionFields,
  textOf,
} from './sections.ts';
import { UnitChip } from './UnitChip.tsx';
import type { UnitMatches } from './use-unit-matches.ts';

type ItemFactsProps = {
  section: SectionName;
  item: ReviewItem;
  units: UnitMatches;
  year: number | null;
  /** Whether the facts can be reached by Tab: those of the item that is being looked at. */
  isReachable: boolean;
  shownField: string | null;
  onShow: (field: string) => void;
};

/** What an item says beside its title; a click on a fact shows where it stands in the document. */
export function ItemFacts(props: ItemFactsProps) {
  const { section, item, isReachable, shownField, onShow } = props;
  const t = useTexts();
  const [, ...others] = sectionFields[section];
  const stated = others.filter((field) => isStated(item, field) && !isSecondHalf(item, field));
  return (
    <dl className="facts">
      {stated.map((field) => (
        <div key={field.name} className={`fact fact-${field.kind}`} data-shown={shownField === field.name || undefined}>
          <dt>{t(`plan.field.${field.name}`)}</dt>
          <dd>
            <FactValue {...props} field={field} />
            {item.places[field.name] ? (
              <button
                type="button"
                className="fact-show"
                tabIndex={isReachable ? 0 : -1}
                onClick={() => onShow(field.name)}
              >
                <span className="visually-hidden">
                  {t('review.showField', { field: t(`plan.field.${field.name}`) })}
                </span>
              </button>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** 8,75/13 and 18/22 are one fact: what follows the stroke is not said again. */
const WHOLES: Readonly<Record<string, string>> = { max: 'score', rankOf: 'rank' };
const TOTALS: Readonly<Record<string, string>> = { score: 'max', rank: 'rankOf', total: 'max' };

function isSecondHalf(item: ReviewItem, { name }: FieldSpec): boolean {
  const first = WHOLES[name];
  return first !== undefined && (numberOf(item, first) !== null || numberOf(item, 'total') !== null);
}

function FactValue({ item, field, units, year }: ItemFactsProps & { field: FieldSpec }) {
  const t = useTexts();
  switch (field.kind) {
    case 'units':
      return (
        <span className="chips">
          {namesOf(item, field.name).map((name) => (
            <UnitChip key={name} name={name} units={units} />
          ))}
        </span>
      );
    case 'lines':
      return (
        <ul className="fact-lines">
          {namesOf(item, field.name).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case 'deadline':
      return <DeadlineView text={textOf(item, field.name)} deadlines={deadlinesOf(item)} year={year} />;
    case 'points':
    case 'whole':
    case 'area':
      return <NumberFact item={item} field={field} />;
    case 'planKind':
      return <>{t(textOf(item, field.name) === 'annual-plan' ? 'plan.kind.annual' : 'plan.kind.remediation')}</>;
    case 'day':
      return <>{partialDayText(textOf(item, field.name))}</>;
    default:
      return <>{textOf(item, field.name)}</>;
  }
}

/** 05/02/2026; documents leave the day or the month blank: 2/2026, 2026. */
function partialDayText(day: string): string {
  const [year = '', month] = day.split('-');
  return day.length === 7 && month ? `${Number(month)}/${year}` : dayText(day);
}

const PLAIN_NUMBERS = new Set(['year', 'planYear', 'assessedYear', 'area', 'ordinal']);

function NumberFact({ item, field: { name } }: { item: ReviewItem; field: FieldSpec }) {
  const value = numberOf(item, name);
  const whole = numberOf(item, TOTALS[name] ?? '');
  if (value === null) return null;
  if (name === 'rankChange' || name === 'totalChange')
    return <>{value === 0 ? '=' : `${value > 0 ? '▲' : '▼'} ${figureText(Math.abs(value))}`}</>;
  const text = PLAIN_NUMBERS.has(name) ? String(value) : figureText(value);
  if (name === 'percent') return <>{text} %</>;
  return (
    <>
      <b>{text}</b>
      {whole === null ? null : <span className="points-maximum">/{figureText(whole)}</span>}
    </>
  );
}
