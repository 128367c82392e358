import { expect, expectTypeOf, test } from 'vitest';
import { declareRegister, type OfficialDocument, type ValuesOf } from './declaration.ts';

const letters = declareRegister({
  key: 'letters',
  version: 1,
  name: { vi: 'Văn bản', en: 'Letters' },
  purpose: { vi: 'Theo dõi văn bản', en: 'Follow letters' },
  group: 'own',
  title: 'subject',
  owner: 'unit',
  fields: {
    subject: { kind: 'text', label: { vi: 'Trích yếu', en: 'Subject' }, required: true },
    unit: { kind: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, required: true },
    reference: { kind: 'document', label: { vi: 'Văn bản giao', en: 'Reference' } },
    signed: { kind: 'yes-no', label: { vi: 'Ký số', en: 'Signed' } },
    grade: {
      kind: 'choice',
      label: { vi: 'Loại', en: 'Kind' },
      options: { plan: { vi: 'Kế hoạch', en: 'Plan' }, report: { vi: 'Báo cáo', en: 'Report' } },
    },
    pages: { kind: 'number', label: { vi: 'Số trang', en: 'Pages' } },
    twice: { kind: 'computed', label: { vi: 'Gấp đôi', en: 'Twice' }, formula: 'pages * 2', as: 'number' },
  },
  due: { relativeTo: 'subject', amount: 5, unit: 'working-day' },
});

test('the values of a record follow from its declaration; what is computed is not stored', () => {
  type Values = ValuesOf<typeof letters>;
  expectTypeOf<Values>().toEqualTypeOf<{
    readonly subject: string;
    readonly unit: string;
    readonly reference: OfficialDocument | null;
    readonly signed: boolean | null;
    readonly grade: 'plan' | 'report' | null;
    readonly pages: string | null;
  }>();
  expect(letters.fields.grade.options.plan.vi).toBe('Kế hoạch');
});
