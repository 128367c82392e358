import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, type GetImportAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FigureRow, KeyFigure } from '../../../../web/ui/Figures.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { RegisterOnScreen } from '../on-screen.ts';
import { FaultTable } from './FaultTable.tsx';
import { errorsAddress, isUnderWay } from './import-calls.ts';

const ASK_EVERY_MS = 1000;

/** Why an import ended early; a reason that this page does not know yet is a fault of ours. */
const FAILURES = ['unreadable', 'file-not-found', 'fault'] as const;
const failureOf = (failure: string) => FAILURES.find((known) => known === failure) ?? 'fault';

type ImportResultProps = { register: RegisterOnScreen; importId: string };

/** How far an import is, and how it ended. */
export function ImportResult({ register, importId }: ImportResultProps) {
  const path = { registerKey: register.declaration.key, importId };
  const query = useQuery({
    queryKey: ['register-import', importId],
    queryFn: ({ signal }) => api.getImport({ path, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.state) ? ASK_EVERY_MS : false),
  });
  return <Loaded query={query}>{(data) => <Result register={register} data={data} />}</Loaded>;
}

function Result({ register, data }: { register: RegisterOnScreen; data: GetImportAnswer }) {
  const t = useTexts();
  const { declaration } = register;
  const { importId, state, totalRows, madeRows, faultyRows, faults, failure, plan } = data;
  const tone = state === 'done' ? 'good' : state === 'failed' || state === 'faulty' ? 'late' : 'teal';
  const path = { registerKey: declaration.key, importId };
  return (
    <div className="stack">
      <Notice tone={tone}>
        {isUnderWay(state) ? (
          <>
            {t('imports.running', { count: madeRows })}{' '}
            <progress
              aria-label={t('registers.import')}
              max={1}
              value={totalRows ? Math.min(1, madeRows / totalRows) : undefined}
            />{' '}
            <Button size="small" onClick={() => void api.cancelImport({ path })}>
              {t('web.cancel')}
            </Button>
          </>
        ) : (
          t(`imports.state.${state}`, { count: madeRows })
        )}
        {failure ? <p>{t(`imports.failure.${failureOf(failure)}`)}</p> : null}
      </Notice>
      <Card>
        <FigureRow>
          <KeyFigure label={t('imports.made')} tone="main">
            {madeRows}
          </KeyFigure>
          <KeyFigure label={t('imports.rows')}>{totalRows ?? '–'}</KeyFigure>
          <KeyFigure label={t('imports.faultyRows')}>{faultyRows}</KeyFigure>
        </FigureRow>
      </Card>
      <div className="form-buttons">
        <Link className="strong-link" to="/registers/$key" params={{ key: declaration.key }}>
          {t('imports.toList')}
        </Link>
        {faultyRows ? (
          <a className="strong-link plain" href={errorsAddress(declaration.key, importId)} download>
            {t('imports.errorFile')}
          </a>
        ) : null}
        <Link className="strong-link plain" to="/registers/$key/import" params={{ key: declaration.key }} search={{}}>
          {t('imports.again')}
        </Link>
      </div>
      {faults.length ? (
        <Card>
          <FaultTable declaration={declaration} plan={plan} faults={faults} />
        </Card>
      ) : null}
    </div>
  );
}
