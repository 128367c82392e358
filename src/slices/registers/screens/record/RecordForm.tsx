import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { DraftNotice, FormSummary, fieldId } from '../../../../web/ui/Field.tsx';
import type { RecordPageData, RegisterOnScreen } from '../on-screen.ts';
import { NO_LABELS } from '../values/no-labels.ts';
import { RecordContext } from '../values/record-context.ts';
import { valuesOfTyped } from '../values/typed-values.ts';
import { useComputed } from '../values/use-computed.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { RecordFields } from './RecordFields.tsx';
import { useRecordForm } from './use-record-form.ts';

type RecordFormProps = { register: RegisterOnScreen; data: RecordPageData | null; isCopy: boolean };

/** The form of a register: made of its declaration alone. */
export function RecordForm(props: RecordFormProps) {
  const { register, data, isCopy } = props;
  const t = useTexts();
  const { search } = useAddress();
  const { declaration, masked } = register;
  const { form, beside, fields } = useRecordForm(props);
  const computed = useComputed(declaration.fields, { ...data?.record.values, ...valuesOfTyped(fields, form.values) });
  const labels = data?.record.labels ?? NO_LABELS;

  // A link from a step that lacks a field leads to that field.
  useEffect(() => {
    if (search.at) document.getElementById(fieldId(search.at))?.focus();
  }, [search.at]);

  return (
    <RecordContext value={{ registerKey: declaration.key, labels }}>
      <Card>
        <form className="form record-form" noValidate onSubmit={form.send}>
          <DraftNotice isDraft={form.isDraft} onDiscard={form.reset} />
          {beside ? (
            <ConflictNotice
              declaration={declaration}
              changes={beside.changes}
              who={beside.who}
              labels={labels}
              typed={form.values}
              onChoose={(input, text) => form.fill({ [input]: text })}
            />
          ) : null}
          <FormSummary errors={form.errors} />
          <RecordFields
            declaration={declaration}
            typed={form.values}
            errors={form.errors}
            onChange={form.fill}
            changeable={new Set(register.changeable)}
            masked={new Set(masked)}
            shown={{ ...(isCopy ? {} : data?.record.values), ...computed }}
            labels={labels}
          />
          <div className="form-buttons form-buttons-stay">
            <Button type="primary" htmlType="submit" loading={form.isBusy}>
              {t('web.save')}
            </Button>
            <Link
              className="strong-link plain"
              {...(data && !isCopy
                ? {
                    to: '/registers/$key/records/$recordId',
                    params: { key: declaration.key, recordId: data.record.recordId },
                  }
                : { to: '/registers/$key', params: { key: declaration.key } })}
            >
              {t('registers.leaveForm')}
            </Link>
          </div>
        </form>
      </Card>
    </RecordContext>
  );
}
