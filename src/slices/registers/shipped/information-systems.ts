import { declareRegister } from '../rules/declaration.ts';
import { all, both, every, isGiven, onTimeOfDue, share } from './words.ts';

const level = (number: number) => both(`Cấp độ ${number}`, `Level ${number}`);
const levels = {
  'level-1': level(1),
  'level-2': level(2),
  'level-3': level(3),
  'level-4': level(4),
  'level-5': level(5),
};

/** @source domain.md §2.2 no. 54: no system with its protection plan in place ⇒ 0 (HG); levels of NĐ 85/2016/NĐ-CP [M] */
export const informationSystems = declareRegister({
  key: 'information-systems',
  version: 1,
  name: both('An toàn hệ thống thông tin', 'Information systems'),
  purpose: both('Cấp độ, phương án bảo vệ được duyệt và triển khai', 'Security level, plan approved and carried out'),
  group: 'digital',
  title: 'name',
  owner: 'unit',
  seenBy: ['administrator', 'par-officer', 'director', 'unit-head', 'appraiser'],
  fields: {
    name: { kind: 'text', label: both('Hệ thống', 'System'), required: true, isColumn: true },
    unit: { kind: 'unit', label: both('Đơn vị vận hành', 'Run by'), required: true, isColumn: true },
    recordedOn: { kind: 'day', label: both('Ngày ghi nhận', 'Recorded on'), required: true },
    level: { kind: 'choice', label: both('Cấp độ', 'Level'), isColumn: true, options: levels },
    levelBy: { kind: 'document', label: both('Quyết định phê duyệt cấp độ', 'Level approved by') },
    dueOn: { kind: 'day', label: both('Thời hạn triển khai', 'To be protected by'), isColumn: true },
    planBy: { kind: 'document', label: both('Phương án bảo vệ được duyệt', 'Plan approved by') },
    protectedOn: { kind: 'day', label: both('Ngày triển khai đủ', 'Fully carried out on'), isColumn: true },
    testedOn: { kind: 'day', label: both('Ngày kiểm tra, đánh giá', 'Tested on') },
    files: { kind: 'files', label: both('Hồ sơ', 'Files'), seenBy: ['administrator', 'par-officer', 'director'] },
  },
  due: { field: 'dueOn', inclusive: true },
  finishedOn: 'protectedOn',
  steps: {
    found: { label: both('Chưa xác định cấp độ', 'Level open') },
    level: { label: both('Đã duyệt cấp độ', 'Level approved'), needs: ['level', 'levelBy'] },
    protected: {
      label: both('Đã triển khai đủ phương án', 'Protected'),
      isEnd: true,
      needs: ['planBy', 'protectedOn'],
    },
  },
  firstStep: 'found',
  remindBefore: [20, 5],
  measures: {
    protected: share(
      both('Hệ thống triển khai đủ phương án theo cấp độ', 'Systems fully protected'),
      every(isGiven('levelBy'), isGiven('planBy'), isGiven('protectedOn')),
      { periodBy: 'recordedOn', byUnit: 'unit', target: all, leaves: ['7.5.1'] },
    ),
    'on-time': onTimeOfDue('Hệ thống triển khai đúng hạn', 'Systems protected in time'),
  },
});
