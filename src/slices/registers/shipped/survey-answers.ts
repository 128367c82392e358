import { declareRegister } from '../rules/declaration.ts';
import { termText } from './terms.ts';
import { both, isGiven, moreThan, share } from './words.ts';

/** Five answers, from the best; the first two are satisfied people. */
const scale = {
  very: both('Rất hài lòng', 'Very satisfied'),
  satisfied: both('Hài lòng', 'Satisfied'),
  neither: both('Bình thường', 'Neither'),
  dissatisfied: both('Không hài lòng', 'Dissatisfied'),
  not: both('Rất không hài lòng', 'Very dissatisfied'),
};

/** The five factors of SIPAS. @source QĐ 2640/QĐ-BNV 2017, quoted in domain.md §11 */
export const surveyFactors = {
  access: both('Tiếp cận dịch vụ', 'Access to the service'),
  procedure: both('Thủ tục hành chính', 'Procedure'),
  officials: both('Công chức trực tiếp giải quyết', 'Officials'),
  result: both('Kết quả dịch vụ', 'Result'),
  feedback: both('Tiếp nhận, giải quyết góp ý, phản ánh', 'Feedback'),
};
export type SurveyFactor = keyof typeof surveyFactors;

const answerTo = (factor: SurveyFactor) =>
  ({ kind: 'choice', label: surveyFactors[factor], isColumn: true, options: scale }) as const;
const satisfiedWith = <const Factor extends SurveyFactor>(factor: Factor, leaf: string) =>
  share(
    surveyFactors[factor],
    { field: factor, is: ['very', 'satisfied'] },
    {
      among: isGiven(factor),
      periodBy: 'answeredOn',
      byUnit: 'unit',
      target: moreThan(termText('satisfaction')),
      leaves: [leaf],
    },
  );

/** Answers are imported without names: a respondent is a number. The points of area 8 stay the province's own (decision 0216). */
export const surveyAnswers = declareRegister({
  key: 'survey-answers',
  version: 1,
  name: both('Phiếu khảo sát hài lòng', 'Answers of the satisfaction surveys'),
  purpose: both('Mỗi dòng là một phiếu, nhập từ bảng tính', 'One line for each answer, imported from a spreadsheet'),
  group: 'service',
  title: 'number',
  owner: 'unit',
  fields: {
    number: { kind: 'text', label: both('Số phiếu', 'Number'), required: true, isColumn: true },
    round: { kind: 'link', label: both('Đợt khảo sát', 'Round'), register: 'survey-rounds', required: true },
    unit: { kind: 'unit', label: both('Đơn vị giải quyết', 'Unit that served'), required: true, isColumn: true },
    answeredOn: { kind: 'day', label: both('Ngày trả lời', 'Answered on'), required: true, isColumn: true },
    access: answerTo('access'),
    procedure: answerTo('procedure'),
    officials: answerTo('officials'),
    result: answerTo('result'),
    feedback: answerTo('feedback'),
    wish: { kind: 'long-text', label: both('Góp ý', 'Wish'), isPersonal: true },
  },
  unique: [['round', 'number']],
  measures: {
    access: satisfiedWith('access', '8.1.1'),
    procedure: satisfiedWith('procedure', '8.1.2'),
    officials: satisfiedWith('officials', '8.1.3'),
    result: satisfiedWith('result', '8.1.4'),
    feedback: satisfiedWith('feedback', '8.1.5'),
  },
});
