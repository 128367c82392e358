import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAddress } from '../../../../web/address.ts';
import { api } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { FigureRow, KeyFigure } from '../../../../web/ui/Figures.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { askAgain } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { FaultTable } from './FaultTable.tsx';
import { errorsAddress, followImport } from './import-calls.ts';
import { type ImportAnalysis, type ImportPlan, missingTargets, withTarget } from './import-plan.ts';
import { MappingTable } from './MappingTable.tsx';

type ImportPlanViewProps = {
  register: RegisterOnScreen;
  analysis: ImportAnalysis;
  fileName: string;
  onAnalysis: (analysis: ImportAnalysis) => void;
  onAgain: () => void;
};

const MOST_HEADER_ROWS = 30;
const rowNumbers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: String(at), label: String(at + 1) }));

/** What was found in the sheet: corrected column by column, each time looked through again; then taken in. */
export function ImportPlanView(props: ImportPlanViewProps) {
  const { register, analysis, fileName, onAnalysis, onAgain } = props;
  const t = useTexts();
  const { declaration, changeable } = register;
  const { importId, plan } = analysis;
  const path = { registerKey: declaration.key, importId };
  const planning = useMutation({
    mutationFn: (next: ImportPlan) => api.planImport({ path, body: { plan: next } }),
    onSuccess: onAnalysis,
  });
  const change = (next: ImportPlan) => planning.mutate(next);
  return (
    <div className="stack">
      <Found analysis={analysis} />
      <Card title={t('imports.sheet', { name: fileName })} more={<AgainButton onAgain={onAgain} />}>
        <SheetPlace analysis={analysis} onChange={change} />
        <MappingTable
          declaration={declaration}
          changeable={changeable}
          analysis={{ ...analysis, plan: planning.isPending ? planning.variables : plan }}
          isBusy={planning.isPending}
          onChange={(column, target) => change(withTarget(plan, column, target))}
        />
        <p className="soft">{t('imports.mappingKept')}</p>
        {planning.error ? <Notice tone="late">{planning.error.message}</Notice> : null}
      </Card>
      <RunCard register={register} analysis={analysis} fileName={fileName} isBusy={planning.isPending} />
      {analysis.faults.length ? (
        <Card>
          <FaultTable declaration={declaration} plan={plan} faults={analysis.faults} />
        </Card>
      ) : null}
    </div>
  );
}

function AgainButton({ onAgain }: { onAgain: () => void }) {
  const t = useTexts();
  return (
    <button type="button" className="link-button" onClick={onAgain}>
      {t('imports.otherFile')}
    </button>
  );
}

function Found({ analysis: { rowCount, faultyRows } }: { analysis: ImportAnalysis }) {
  const t = useTexts();
  return (
    <Card>
      <FigureRow>
        <KeyFigure label={t('imports.rows')} tone="main">
          {rowCount}
        </KeyFigure>
        <KeyFigure label={t('imports.goodRows')}>{rowCount - faultyRows}</KeyFigure>
        <KeyFigure label={t('imports.faultyRows')} note={faultyRows ? t('imports.faultyNote') : undefined}>
          {faultyRows}
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}

type SheetPlaceProps = { analysis: ImportAnalysis; onChange: (plan: ImportPlan) => void };

/** Which sheet, and where its headings stand. */
function SheetPlace({ analysis: { plan, sheets }, onChange }: SheetPlaceProps) {
  const t = useTexts();
  return (
    <div className="form-line">
      {sheets.length > 1 ? (
        <ChoiceField
          name="import-sheet"
          label={t('imports.whichSheet')}
          choices={sheets.map((name, at) => ({ value: String(at), label: name }))}
          value={String(plan.sheet)}
          onChange={(sheet) => onChange({ ...plan, sheet: Number(sheet), columns: [] })}
        />
      ) : null}
      <ChoiceField
        name="import-header"
        label={t('imports.headerRow')}
        choices={rowNumbers(Math.max(MOST_HEADER_ROWS, plan.headerRow + 1))}
        value={String(plan.headerRow)}
        onChange={(row) => onChange({ ...plan, headerRow: Number(row), columns: [] })}
      />
      <ChoiceField
        name="import-headers"
        label={t('imports.headerRows')}
        choices={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        value={String(plan.headerRows)}
        onChange={(rows) => onChange({ ...plan, headerRows: Number(rows), columns: [] })}
      />
    </div>
  );
}

type RunCardProps = Pick<ImportPlanViewProps, 'register' | 'analysis' | 'fileName'> & { isBusy: boolean };

/** Takes the rows in: all where all are right, else the right ones, with the sheet of the others to correct. */
function RunCard({ register, analysis, fileName, isBusy }: RunCardProps) {
  const t = useTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const { change } = useAddress();
  const { declaration, changeable } = register;
  const { importId, rowCount, faultyRows, plan } = analysis;
  const missing = missingTargets(declaration, changeable, plan);
  const running = useMutation({
    mutationFn: () =>
      api.runImport({ path: { registerKey: declaration.key, importId }, body: { skipFaulty: faultyRows > 0 } }),
    onSuccess: () => {
      const onEnd = () => void askAgain(queries, declaration.key);
      void followImport({ registerKey: declaration.key, importId, title: fileName, rowCount, onEnd });
      change({ import: importId });
    },
  });
  const count = rowCount - faultyRows;
  return (
    <Card>
      <div className="stack">
        {missing.length ? (
          <Notice tone="risk">
            {t('imports.missing', {
              fields: missing.map((name) => declaration.fields[name]?.label[language] ?? name).join(', '),
            })}
          </Notice>
        ) : null}
        {running.error ? <Notice tone="late">{running.error.message}</Notice> : null}
        <div className="form-buttons">
          <Button
            type="primary"
            loading={running.isPending}
            disabled={isBusy || count === 0}
            onClick={() => running.mutate()}
          >
            {t(faultyRows ? 'imports.runGood' : 'imports.run', { count })}
          </Button>
          {faultyRows ? (
            <a className="strong-link plain" href={errorsAddress(declaration.key, importId)} download>
              {t('imports.errorFile')}
            </a>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
