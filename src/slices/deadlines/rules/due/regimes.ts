import type { DayInYear, PeriodRule, ReportingRegime } from './regime.ts';

const at = (month: number, day: DayInYear['day'], years: DayInYear['years'] = 0): DayInYear => ({ years, month, day });
const YEAR_BEGIN = at(12, 15, -1);
const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** From the 15th before to the 14th of the last month. @source Nghị định 09/2019/NĐ-CP, điều 12 */
function standardQuarter(quarter: 1 | 2 | 3 | 4): PeriodRule {
  const from = quarter === 1 ? YEAR_BEGIN : at(quarter * 3 - 3, 15);
  return { id: `Q${quarter}`, name: `Quý ${QUARTERS[quarter - 1]}`, length: 'quarter', from, to: at(quarter * 3, 14) };
}

const HALF_YEAR: PeriodRule = { id: 'H1', name: '6 tháng', length: 'half-year', from: YEAR_BEGIN, to: at(6, 14) };
const NINE_MONTHS: PeriodRule = { id: 'NM', name: '9 tháng', length: 'nine-months', from: YEAR_BEGIN, to: at(9, 14) };
const YEAR: PeriodRule = { id: 'Y', name: 'Năm', length: 'year', from: YEAR_BEGIN, to: at(12, 14) };

/** No quarter II and IV; quarter III covers 15/6–14/9 and is not cumulated. */
export const PAR_REGIME: ReportingRegime = {
  id: 'par',
  name: 'Báo cáo cải cách hành chính',
  source: 'Công văn 581/BNV-CCHC; domain.md §6.1',
  periods: [standardQuarter(1), HALF_YEAR, standardQuarter(3), YEAR],
};

export const PROCEDURE_CONTROL_REGIME: ReportingRegime = {
  id: 'procedure-control',
  name: 'Báo cáo kiểm soát thủ tục hành chính',
  source: 'Thông tư 01/2020/TT-VPCP; domain.md §6.3',
  periods: [standardQuarter(1), standardQuarter(2), standardQuarter(3), standardQuarter(4), YEAR],
};

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The nine months start on 15 December and are no quarter III. */
export const GENERAL_REGIME: ReportingRegime = {
  id: 'general',
  name: 'Chế độ báo cáo chung',
  source: 'Nghị định 09/2019/NĐ-CP, điều 12; domain.md §6.2',
  periods: [
    ...MONTHS.map(
      (month): PeriodRule => ({
        id: `M${month}`,
        name: `Tháng ${month}`,
        length: 'month',
        from: month === 1 ? YEAR_BEGIN : at(month - 1, 15),
        to: at(month, 14),
      }),
    ),
    standardQuarter(1),
    standardQuarter(2),
    standardQuarter(3),
    standardQuarter(4),
    HALF_YEAR,
    NINE_MONTHS,
    YEAR,
  ],
};

/** Calendar months, quarters, halves and the year, for duties that follow no reporting regime. */
export const PLAIN_REGIME: ReportingRegime = {
  id: 'plain',
  name: 'Theo tháng, quý, năm dương lịch',
  source: 'dương lịch',
  periods: [
    ...MONTHS.map(
      (month): PeriodRule => ({
        id: `M${month}`,
        name: `Tháng ${month}`,
        length: 'month',
        from: at(month, 1),
        to: at(month, 'last'),
      }),
    ),
    ...([1, 2, 3, 4] as const).map(
      (quarter): PeriodRule => ({
        id: `Q${quarter}`,
        name: `Quý ${QUARTERS[quarter - 1]}`,
        length: 'quarter',
        from: at(quarter * 3 - 2, 1),
        to: at(quarter * 3, 'last'),
      }),
    ),
    { id: 'H1', name: '6 tháng đầu năm', length: 'half-year', from: at(1, 1), to: at(6, 30) },
    { id: 'H2', name: '6 tháng cuối năm', length: 'half-year', from: at(7, 1), to: at(12, 31) },
    { id: 'Y', name: 'Năm', length: 'year', from: at(1, 1), to: at(12, 31) },
  ],
};

export const REGIMES: readonly ReportingRegime[] = [PAR_REGIME, PROCEDURE_CONTROL_REGIME, GENERAL_REGIME, PLAIN_REGIME];
