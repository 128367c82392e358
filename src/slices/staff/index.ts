export { type Grade, gradeOfPoints, grades, isGoodOrBetter, meanWorth, worthOfProduct } from './rules/grades.ts';
export { type GradeProposal, type MonthFigures, proposeGrade } from './rules/propose-grade.ts';
export { checkQuota, exceptionalPercent, type QuotaCheck } from './rules/quota.ts';
export { proposeYear, type RatedMonth, type YearProposal } from './rules/year-grade.ts';
