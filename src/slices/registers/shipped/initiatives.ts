import { declareRegister } from '../rules/declaration.ts';
import { atLeast, both, count, every, isGiven, isOneOf } from './words.ts';

const recognised = every({ step: ['recognised'] }, isGiven('recognisedBy'));

/** @source domain.md §2.2 no. 7: only initiatives recognised by decision within the year count */
export const initiatives = declareRegister({
  key: 'initiatives',
  version: 1,
  name: both('Sáng kiến, giải pháp mới', 'Initiatives'),
  purpose: both('Từ đăng ký đến công nhận, nhân rộng', 'From application to recognition and use elsewhere'),
  group: 'direction',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Tên sáng kiến', 'Initiative'), required: true, isColumn: true, isPublic: true },
    unit: { kind: 'unit', label: both('Đơn vị', 'Unit'), required: true, isColumn: true },
    author: { kind: 'text', label: both('Tác giả', 'Author'), isPersonal: true },
    about: {
      kind: 'choice',
      label: both('Lĩnh vực', 'About'),
      required: true,
      options: {
        par: both('Cải cách hành chính', 'Administrative reform'),
        professional: both('Chuyên môn', 'Professional work'),
      },
    },
    registeredOn: { kind: 'day', label: both('Ngày đăng ký', 'Registered on'), required: true },
    benefit: { kind: 'long-text', label: both('Hiệu quả', 'Benefit') },
    level: {
      kind: 'choice',
      label: both('Cấp công nhận', 'Recognised at'),
      isColumn: true,
      options: { department: both('Cấp cơ sở (Sở)', 'Department'), province: both('Cấp tỉnh', 'Province') },
    },
    recognisedOn: { kind: 'day', label: both('Ngày công nhận', 'Recognised on'), isColumn: true },
    recognisedBy: { kind: 'document', label: both('Quyết định công nhận', 'Decision'), isPublic: true },
    files: { kind: 'files', label: both('Hồ sơ sáng kiến', 'Files') },
  },
  steps: {
    registered: { label: both('Đã đăng ký', 'Registered') },
    submitted: { label: both('Đã trình xét công nhận', 'Submitted') },
    recognised: {
      label: both('Được công nhận', 'Recognised'),
      isEnd: true,
      needs: ['recognisedOn', 'recognisedBy', 'level'],
    },
    refused: { label: both('Không được công nhận', 'Not recognised'), isEnd: true },
  },
  firstStep: 'registered',
  measures: {
    recognised: count(
      both('Sáng kiến CCHC được công nhận trong năm', 'Initiatives recognised'),
      every(recognised, isOneOf('about', 'par')),
      { periodBy: 'recognisedOn', byUnit: 'unit', target: atLeast('2'), leaves: ['1.7.1'] },
    ),
    province: count(
      both('Sáng kiến CCHC được tỉnh công nhận', 'Initiatives recognised by the province'),
      every(recognised, isOneOf('about', 'par'), isOneOf('level', 'province')),
      { periodBy: 'recognisedOn', leaves: ['B.1'] },
    ),
  },
});
