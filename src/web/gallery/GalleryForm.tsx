import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../language.ts';
import { requireFields } from '../session/require-fields.ts';
import { ChoiceField, DraftNotice, FormSummary, LongTextField, TextField } from '../ui/Field.tsx';
import { useForm } from '../ui/useForm.ts';

const units = [
  { value: 'office', label: 'Văn phòng Sở' },
  { value: 'land', label: 'Văn phòng Đăng ký đất đai' },
];

/** A form with its errors shown, as after a failed attempt to save. */
export function GalleryForm() {
  const t = useTexts();
  const [sent, setSent] = useState(0);
  const form = useForm({
    initial: { title: '', unit: '', note: '' },
    check: requireFields(t, { title: 'Tên công việc', unit: 'Đơn vị chủ trì' }),
    submit: async () => setSent(sent + 1),
    draftName: 'gallery',
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <DraftNotice isDraft={form.isDraft} onDiscard={form.reset} />
      <FormSummary errors={form.errors} />
      <TextField
        name="title"
        label="Tên công việc"
        hint="Một việc, một sản phẩm."
        value={form.values.title}
        onChange={form.set('title')}
        error={form.errors.title}
        isRequired
      />
      <ChoiceField
        name="unit"
        label="Đơn vị chủ trì"
        choices={units}
        emptyText="Chọn đơn vị…"
        value={form.values.unit}
        onChange={form.set('unit')}
        error={form.errors.unit}
        isRequired
      />
      <LongTextField name="note" label="Ghi chú" value={form.values.note} onChange={form.set('note')} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
        <Button onClick={form.reset}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
