import { declareRegister } from '../rules/declaration.ts';
import { both, isOneOf } from './words.ts';

const latest = (kind: string, vi: string, en: string, leaf: string) =>
  ({
    label: both(vi, en),
    kind: 'latest',
    of: 'score',
    where: isOneOf('kind', kind),
    periodBy: 'publishedOn',
    unit: 'điểm',
    leaves: [leaf],
  }) as const;

/** @source domain.md §2.2 no. 55 (portal: 90.05 points) and 56 (digital government: 87.13 %), HT */
export const outsideScores = declareRegister({
  key: 'outside-scores',
  version: 1,
  name: both('Điểm đánh giá của cơ quan khác', 'Scores given by others'),
  purpose: both(
    'Điểm Cổng thông tin, chuyển đổi số do tỉnh công bố',
    'Portal and digital-government scores as published',
  ),
  group: 'digital',
  title: 'name',
  owner: 'unit',
  fields: {
    name: { kind: 'text', label: both('Đợt đánh giá', 'Assessment'), required: true, isColumn: true },
    kind: {
      kind: 'choice',
      label: both('Chỉ số', 'Index'),
      required: true,
      isColumn: true,
      options: {
        portal: both('Cổng (trang) thông tin điện tử', 'Portal'),
        digital: both('Chuyển đổi số', 'Digital transformation'),
        service: both('Chất lượng phục vụ (QĐ 766)', 'Service quality (QĐ 766)'),
      },
    },
    unit: { kind: 'unit', label: both('Đơn vị phụ trách', 'Unit in charge'), required: true },
    publishedOn: { kind: 'day', label: both('Ngày công bố', 'Published on'), required: true, isColumn: true },
    score: {
      kind: 'number',
      label: both('Điểm', 'Score'),
      decimals: 2,
      min: 0,
      max: 100,
      required: true,
      isColumn: true,
    },
    rank: { kind: 'text', label: both('Xếp hạng', 'Rank') },
    decision: { kind: 'document', label: both('Văn bản công bố', 'Published by'), isColumn: true },
  },
  measures: {
    portal: latest('portal', 'Điểm Cổng thông tin điện tử', 'Portal score', '7.3.1'),
    digital: latest('digital', 'Điểm chuyển đổi số', 'Digital-transformation score', '7.7.1'),
    service: {
      label: both('Điểm chất lượng phục vụ', 'Service quality'),
      kind: 'latest',
      of: 'score',
      where: isOneOf('kind', 'service'),
      periodBy: 'publishedOn',
      unit: 'điểm',
    },
  },
});
