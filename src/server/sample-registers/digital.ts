import {
  committee,
  department,
  monthEnd,
  paper,
  recordsOf,
  type SampleRecord,
  sampleMonths,
  steady,
  subordinateUnits,
  workUnits,
} from './sample-record.ts';

const isSubordinate = (unit: string): boolean => (subordinateUnits as readonly string[]).includes(unit);

/** Signed documents grow over the two years; one fund issues nothing electronically. */
const issued = (): SampleRecord[] =>
  recordsOf(
    'issuedDocuments',
    workUnits.flatMap((unit) =>
      sampleMonths.map(([year, month]) => {
        const words = `${unit}/${year}/${month}`;
        const count = 20 + steady(words, 60);
        const percent = Math.min(100, (year === 2025 ? 82 : 92) + (month > 6 ? 5 : 0) + steady(words, 4));
        const signed = Math.floor((count * percent) / 100);
        const files = 3 + steady(`${words}f`, 9);
        return {
          note: `Tháng ${month}/${year}`,
          unit,
          month: monthEnd(year, month),
          isSubordinate: isSubordinate(unit),
          issued: String(count),
          signed: String(signed),
          electronic: String(unit === 'unit_qbvmt' ? 0 : signed),
          workFiles: String(files),
          onlineFiles: String(Math.max(1, files - (steady(`${words}g`, 3) === 0 ? 1 : 0))),
        };
      }),
    ),
  );

const mail = recordsOf(
  'officialMail',
  workUnits.map((unit, at) => ({
    note: 'Thời điểm 31/10/2026',
    unit,
    recordedOn: '2026-10-31',
    accounts: String(10 + at),
    regular: String(9 + at - (at % 3)),
  })),
);

const scores = recordsOf('outsideScores', [
  {
    name: 'Đánh giá Cổng thông tin 2025',
    kind: 'portal',
    unit: 'unit_cntt',
    publishedOn: '2025-11-10',
    score: '86.5',
    decision: paper('2011/QĐ-UBND', '2025-11-10', committee),
  },
  {
    name: 'Đánh giá Cổng thông tin 2026',
    kind: 'portal',
    unit: 'unit_cntt',
    publishedOn: '2026-10-30',
    score: '90.05',
    decision: paper('1988/QĐ-UBND', '2026-10-30', committee),
  },
  {
    name: 'Chỉ số chuyển đổi số 2026',
    kind: 'digital',
    unit: 'unit_cntt',
    publishedOn: '2026-09-30',
    score: '87.13',
    rank: '4/14',
    decision: paper('1777/QĐ-UBND', '2026-09-30', committee),
  },
]);

const protectedBy = (number: string) => ({
  levelBy: paper(`${number}/QĐ-STNMT`, '2026-03-10', department),
  planBy: paper(`${number}/PA-STNMT`, '2026-04-15', department),
});
const systems = recordsOf('informationSystems', [
  {
    name: 'Cơ sở dữ liệu đất đai',
    unit: 'unit_cntt',
    recordedOn: '2026-01-15',
    level: 'level-3',
    ...protectedBy('61'),
    dueOn: '2026-09-30',
    protectedOn: '2026-09-18',
    step: 'protected',
  },
  {
    name: 'Trang thông tin điện tử',
    unit: 'unit_cntt',
    recordedOn: '2026-01-15',
    level: 'level-2',
    ...protectedBy('62'),
    dueOn: '2026-09-30',
    protectedOn: '2026-08-27',
    step: 'protected',
  },
  {
    name: 'Quan trắc môi trường tự động',
    unit: 'unit_ccbvmt',
    recordedOn: '2026-01-15',
    level: 'level-2',
    levelBy: paper('63/QĐ-STNMT', '2026-03-10', department),
    dueOn: '2026-11-30',
    step: 'level',
  },
]);

const quality = recordsOf('iso', [
  {
    name: 'ISO 9001 năm 2026',
    unit: 'unit_vanphong',
    yearDay: '2026-01-01',
    procedures: '96',
    plan: paper('28/KH-STNMT', '2026-02-17', department),
    auditedOn: '2026-10-22',
    audit: paper('295/BC-STNMT', '2026-10-22', department),
    isElectronic: true,
    step: 'audited',
  },
  {
    name: 'ISO 9001 năm 2025',
    unit: 'unit_vanphong',
    yearDay: '2025-01-01',
    procedures: '94',
    plan: paper('27/KH-STNMT', '2025-02-18', department),
    auditedOn: '2025-10-21',
    audit: paper('290/BC-STNMT', '2025-10-21', department),
    publishedOn: '2025-12-10',
    publication: paper('644/QĐ-STNMT', '2025-12-10', department),
    isElectronic: true,
    step: 'published',
  },
]);

/** Issued documents, mail, outside scores, information systems, ISO: area 7 without on-line dossiers. */
export const digitalSample = (): SampleRecord[] => [...issued(), ...mail, ...scores, ...systems, ...quality];
