import { declareRegister } from '../rules/declaration.ts';
import { all, both, share } from './words.ts';

const posted = {
  procedures: both('Danh mục và nội dung thủ tục', 'List and content of procedures'),
  phone: both('Số điện thoại Bộ phận Một cửa', 'Telephone of the one-stop desk'),
  feedback: both('Địa chỉ tiếp nhận PAKN', 'Where feedback is taken'),
  receipt: both('In đủ hai mặt giấy tiếp nhận', 'Receipt printed on both sides'),
};
const shown = (part: keyof typeof posted, place: number) =>
  share(
    posted[part],
    { field: 'posted', hasAll: [part] },
    { periodBy: 'checkedOn', byUnit: 'unit', target: all, leaves: ['3.2.3'], place },
  );

/** @source plan KH III.2, III.5, III.9 */
export const oneStopChecks = declareRegister({
  key: 'one-stop-checks',
  version: 1,
  name: both('Kiểm tra niêm yết tại Bộ phận Một cửa', 'Checks of what is posted at the one-stop desk'),
  purpose: both('Định kỳ kiểm tra nơi tiếp nhận đã niêm yết đủ chưa', 'Whether each desk has posted all that it must'),
  group: 'procedures',
  title: 'place',
  owner: 'unit',
  fields: {
    place: { kind: 'text', label: both('Nơi tiếp nhận', 'Desk'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị phụ trách', 'Unit'), required: true, isColumn: true },
    checkedOn: { kind: 'day', label: both('Ngày kiểm tra', 'Checked on'), required: true, isColumn: true },
    posted: {
      kind: 'choice',
      label: both('Đã niêm yết, thực hiện', 'Posted'),
      isMultiple: true,
      options: posted,
      isColumn: true,
    },
    note: { kind: 'long-text', label: both('Ghi chú', 'Note') },
    files: { kind: 'files', label: both('Ảnh, biên bản', 'Pictures, minutes') },
  },
  measures: {
    procedures: shown('procedures', 0),
    phone: shown('phone', 1),
    feedback: shown('feedback', 2),
    receipt: shown('receipt', 3),
  },
});
