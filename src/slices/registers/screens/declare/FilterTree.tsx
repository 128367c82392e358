import { useTexts } from '../../../../web/language.ts';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import {
  groupRules,
  isGroup,
  newCondition,
  newGroup,
  type TreeGroup,
  type TreeNode,
  type TreeScope,
} from './filter-tree.ts';

type FilterTreeProps = TreeScope & {
  group: TreeGroup;
  /** Where the group stands, as its number is told: 1.2 */
  at: string;
  onChange: (group: TreeGroup) => void;
};

const DEEPEST = 6;

/** Conditions joined by a word, groups within groups. */
export function FilterTree({ group, at, onChange, ...scope }: FilterTreeProps) {
  const t = useTexts();
  const { rule, parts } = group;
  const depth = at.split('.').length;
  const change = (place: number, next: TreeNode | null) =>
    onChange({ ...group, parts: parts.flatMap((part, here) => (here === place ? (next ?? []) : part)) });
  const add = (node: TreeNode) => onChange({ ...group, parts: [...parts, node] });
  return (
    <fieldset className="filter-tree">
      <legend className="visually-hidden">{t('declare.filterGroup', { number: at })}</legend>
      <ChoiceField
        name={`filter-${group.id}-rule`}
        label={t('declare.filterRule')}
        choices={groupRules.map((value) => ({ value, label: t(`declare.filterRule.${value}`) }))}
        value={rule}
        onChange={(chosen) => onChange({ ...group, rule: groupRules.find((one) => one === chosen) ?? 'all' })}
      />
      <ul className="edit-list edit-list-tight">
        {parts.map((part, place) => {
          const number = `${at}.${place + 1}`;
          return (
            <li key={part.id} className="filter-tree-part">
              {isGroup(part) ? (
                <FilterTree {...scope} group={part} at={number} onChange={(next) => change(place, next)} />
              ) : (
                <ConditionEditor {...scope} condition={part} at={number} onChange={(next) => change(place, next)} />
              )}
              <button type="button" className="link-button" onClick={() => change(place, null)}>
                {t(isGroup(part) ? 'declare.filterDropGroup' : 'declare.filterDrop', { number })}
              </button>
            </li>
          );
        })}
      </ul>
      <div className="form-line">
        <button type="button" className="link-button" onClick={() => add(newCondition())}>
          {t('declare.filterAddTo', { number: at })}
        </button>
        {depth < DEEPEST ? (
          <button type="button" className="link-button" onClick={() => add(newGroup())}>
            {t('declare.filterAddGroup', { number: at })}
          </button>
        ) : null}
      </div>
    </fieldset>
  );
}
