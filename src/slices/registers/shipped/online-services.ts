import { declareRegister } from '../rules/declaration.ts';
import { all, both, every, isOneOf, share } from './words.ts';

const yes = (field: string) => ({ field, is: true }) as const;

/** @source domain.md §2.2 no. 31: 1 of 27 procedures with on-line payment (HG); plan HT 100 %; plan KH III.4 */
export const onlineServices = declareRegister({
  key: 'online-services',
  version: 1,
  name: both('Dịch vụ công trực tuyến theo thủ tục', 'On-line services by procedure'),
  purpose: both(
    'Thủ tục nào đã cung cấp trực tuyến, thanh toán, tại Trung tâm',
    'Which procedures are on line, payable, at the centre',
  ),
  group: 'procedures',
  title: 'procedure',
  owner: 'unit',
  fields: {
    procedure: { kind: 'text', label: both('Thủ tục', 'Procedure'), required: true, isColumn: true, isPublic: true },
    code: { kind: 'text', label: both('Mã thủ tục', 'Code'), isPublic: true },
    unit: { kind: 'unit', label: both('Đơn vị giải quyết', 'Unit'), required: true, isColumn: true },
    recordedOn: { kind: 'day', label: both('Ngày ghi nhận', 'Recorded on'), required: true },
    level: {
      kind: 'choice',
      label: both('Mức độ trực tuyến', 'On line'),
      required: true,
      isColumn: true,
      isPublic: true,
      options: {
        none: both('Chưa cung cấp', 'Not yet'),
        partly: both('Một phần', 'Partly'),
        fully: both('Toàn trình', 'Fully'),
      },
    },
    eligible: { kind: 'yes-no', label: both('Đủ điều kiện toàn trình', 'Could be fully on line') },
    hasFee: { kind: 'yes-no', label: both('Có nghĩa vụ tài chính', 'Has a fee'), isColumn: true },
    payable: {
      kind: 'yes-no',
      label: both('Đã tích hợp thanh toán trực tuyến', 'Fee payable on line'),
      isColumn: true,
    },
    mustCentre: { kind: 'yes-no', label: both('Thuộc diện thực hiện tại Trung tâm', 'To be handled at the centre') },
    atCentre: { kind: 'yes-no', label: both('Đang thực hiện tại Trung tâm', 'Handled at the centre') },
    since: { kind: 'document', label: both('Quyết định danh mục', 'Decision of the list'), isPublic: true },
  },
  unique: [['code', 'recordedOn']],
  measures: {
    fully: share(
      both('Thủ tục đủ điều kiện được cung cấp toàn trình', 'Eligible procedures fully on line'),
      isOneOf('level', 'fully'),
      { among: yes('eligible'), periodBy: 'recordedOn', byUnit: 'unit', target: all, leaves: ['7.4.1'] },
    ),
    payable: share(
      both('Thủ tục có phí đã tích hợp thanh toán', 'Procedures with a fee payable on line'),
      yes('payable'),
      { among: yes('hasFee'), periodBy: 'recordedOn', byUnit: 'unit', leaves: ['7.4.4'] },
    ),
    centre: share(both('Thủ tục thực hiện tại Trung tâm', 'Procedures handled at the centre'), every(yes('atCentre')), {
      among: yes('mustCentre'),
      periodBy: 'recordedOn',
      byUnit: 'unit',
      target: all,
      leaves: ['3.3.1'],
    }),
  },
});
