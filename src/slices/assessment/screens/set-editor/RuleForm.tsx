import { Button } from 'antd';
import { useTexts } from '../../../../web/language.ts';
import type { PlainTextKey } from '../../../../web/texts.ts';
import {
  type EditorNode,
  type FaultPath,
  firstRule,
  SHAPE_PARAMETERS,
  type Shape,
  type ShapeField,
  type ShapeParameter,
  ZERO_DENOMINATOR,
} from '../../../criteria/index.ts';
import { type Desk, EditChoice, EditField, EditLines, FieldFaults, faultsAt } from './EditField.tsx';

type RuleFormProps = { desk: Desk; node: EditorNode };
type Fields = Readonly<Record<string, unknown>>;

const LEAF_SHAPES = (Object.keys(SHAPE_PARAMETERS) as Shape[]).filter(
  (shape) => shape !== 'group_sum' && shape !== 'bonus' && shape !== 'penalty',
);
const isShape = (text: unknown): text is Shape => typeof text === 'string' && Object.hasOwn(SHAPE_PARAMETERS, text);
const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** The rule of a leaf: its shape and the parameters of that shape, each with what is wrong beside it. */
export function RuleForm({ desk, node }: RuleFormProps) {
  const t = useTexts();
  const path = [...node.path, 'rule'];
  const rule = asFields(node.fields.rule);
  const shape = isShape(rule.shape) ? rule.shape : null;
  const isLeaf = node.kind === 'leaf';
  const choose = (chosen: string) => {
    if (isShape(chosen)) desk.edit({ kind: 'set', path, value: firstRule(chosen, node.max || '1') });
  };
  return (
    <fieldset className="set-rule">
      <legend>{t('criteria.rule')}</legend>
      {isLeaf ? (
        <label className="field">
          <span className="field-label">{t('criteria.shape')}</span>
          <select
            className="input"
            value={shape ?? ''}
            disabled={desk.isReadOnly}
            onChange={(event) => choose(event.target.value)}
          >
            {shape === null ? <option value="">{t('criteria.notSaid')}</option> : null}
            {LEAF_SHAPES.map((one) => (
              <option key={one} value={one}>
                {t(`leaf.shape.${one}` as PlainTextKey)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <FieldFaults
        id={`${node.code}-rule`}
        faults={[...faultsAt(desk.faults, path), ...faultsAt(desk.faults, [...path, 'shape'])]}
      />
      {shape
        ? SHAPE_PARAMETERS[shape].map((parameter) => (
            <Parameter
              key={`${shape}.${parameter.name}`}
              desk={desk}
              path={[...path, parameter.name]}
              parameter={parameter}
              value={rule[parameter.name]}
            />
          ))
        : null}
    </fieldset>
  );
}

type ParameterProps = { desk: Desk; path: FaultPath; parameter: ShapeParameter; value: unknown };

function Parameter({ desk, path, parameter, value }: ParameterProps) {
  if (parameter.kind === 'rows') return <Rows desk={desk} path={path} parameter={parameter} value={value} />;
  return <One desk={desk} path={path} field={parameter} value={value} isLabelHidden={false} />;
}

type OneProps = { desk: Desk; path: FaultPath; field: ShapeField; value: unknown; isLabelHidden: boolean };

function One({ desk, path, field, value, isLabelHidden }: OneProps) {
  const t = useTexts();
  const label = t(`criteria.parameter.${field.name}` as PlainTextKey);
  const common = { desk, path, label, value, isLabelHidden, isOptional: true };
  if (field.kind === 'list') return <EditLines desk={desk} path={path} label={label} value={value} />;
  if (field.kind === 'flag')
    return (
      <EditChoice
        {...common}
        choices={(['true', 'false'] as const).map((one) => ({ value: one, label: t(`criteria.flag.${one}`) }))}
      />
    );
  if (field.kind === 'zero')
    return (
      <EditChoice
        {...common}
        isOptional={false}
        choices={ZERO_DENOMINATOR.map((one) => ({ value: one, label: t(`criteria.zero.${one}`) }))}
      />
    );
  if (field.kind === 'survey-input')
    return (
      <EditChoice
        {...common}
        choices={(['percent', 'mean', 'options'] as const).map((one) => ({
          value: one,
          label: t(`criteria.input.${one}`),
        }))}
      />
    );
  return <EditField {...common} />;
}

type RowsProps = Omit<ParameterProps, 'parameter'> & { parameter: Extract<ShapeParameter, { kind: 'rows' }> };

/** Bands, levels, parts, events: one line each, added, moved and removed. */
function Rows({ desk, path, parameter, value }: RowsProps) {
  const t = useTexts();
  const rows = Array.isArray(value) ? value.map(asFields) : [];
  const label = t(`criteria.parameter.${parameter.name}` as PlainTextKey);
  const ofRow = (at: number) => faultsAt(desk.faults, [...path, at]);
  return (
    <div className="set-rows">
      <span className="field-label">{label}</span>
      <FieldFaults id={`${parameter.name}-rows`} faults={faultsAt(desk.faults, path)} />
      {/* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard; no landmark, pages have enough */}
      <div className="table-scroll" role="group" tabIndex={0} aria-label={label}>
        {/* biome-ignore-end lint/a11y: only the frame of the table */}
        <table className="table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              {parameter.columns.map(({ name }) => (
                <th key={name} scope="col">
                  {t(`criteria.parameter.${name}` as PlainTextKey)}
                </th>
              ))}
              {desk.isReadOnly ? null : <th scope="col">{t('criteria.rowDeeds')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of the file is known by its place
              <tr key={at}>
                {parameter.columns.map((column) => (
                  <td key={column.name}>
                    <One
                      desk={desk}
                      path={[...path, at, column.name]}
                      field={column}
                      value={row[column.name]}
                      isLabelHidden
                    />
                    {column === parameter.columns[0] ? (
                      <FieldFaults id={`${parameter.name}-${at}`} faults={ofRow(at)} />
                    ) : null}
                  </td>
                ))}
                {desk.isReadOnly ? null : (
                  <td className="nowrap">
                    <RowDeeds desk={desk} path={path} at={at} count={rows.length} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {desk.isReadOnly ? null : (
        <Button
          size="small"
          onClick={() => desk.edit({ kind: 'add', path, value: emptyRow(parameter.columns, rows.at(-1)) })}
        >
          {t('criteria.rowAdd')}
        </Button>
      )}
    </div>
  );
}

/** A new row begins where the last band ends; figures that must be said begin with 0. */
function emptyRow(columns: readonly ShapeField[], last: Fields | undefined): Fields {
  const needed = columns.filter(({ name }) =>
    ['points', 'from_ratio', 'to_ratio', 'points_each', 'symbol', 'key', 'expression'].includes(name),
  );
  return Object.fromEntries(
    needed.map(({ name, kind }) => [
      name,
      name === 'from_ratio' ? (last?.to_ratio ?? '0') : name === 'to_ratio' ? '1' : kind === 'figure' ? '0' : 'a',
    ]),
  );
}

function RowDeeds({ desk, path, at, count }: { desk: Desk; path: FaultPath; at: number; count: number }) {
  const t = useTexts();
  const row = { row: at + 1 };
  return (
    <>
      <button
        type="button"
        className="link-button"
        disabled={at === 0}
        aria-label={t('criteria.rowUp', row)}
        onClick={() => desk.edit({ kind: 'move', path: [...path, at], by: -1 })}
      >
        ↑
      </button>{' '}
      <button
        type="button"
        className="link-button"
        disabled={at === count - 1}
        aria-label={t('criteria.rowDown', row)}
        onClick={() => desk.edit({ kind: 'move', path: [...path, at], by: 1 })}
      >
        ↓
      </button>{' '}
      <button
        type="button"
        className="link-button"
        aria-label={t('criteria.rowRemove', row)}
        onClick={() => desk.edit({ kind: 'remove', path: [...path, at] })}
      >
        ✕
      </button>
    </>
  );
}
