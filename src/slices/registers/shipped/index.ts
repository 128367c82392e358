import type { RegisterDeclaration, ValuesOf } from '../rules/declaration.ts';
import { appointments } from './appointments.ts';
import { assetRules } from './asset-rules.ts';
import { assignedTasks } from './assigned-tasks.ts';
import { auditRecommendations } from './audit-recommendations.ts';
import { communication } from './communication.ts';
import { decentralisation } from './decentralisation.ts';
import { delegatedContents } from './delegated-contents.ts';
import { disbursements } from './disbursements.ts';
import { discipline } from './discipline.ts';
import { feedback } from './feedback.ts';
import { findings } from './findings.ts';
import { handovers } from './handovers.ts';
import { headcountPlans } from './headcount-plans.ts';
import { informationSystems } from './information-systems.ts';
import { initiatives } from './initiatives.ts';
import { inspections } from './inspections.ts';
import { iso } from './iso.ts';
import { issuedDocuments } from './issued-documents.ts';
import { lawCommunication } from './law-communication.ts';
import { lawMonitoring } from './law-monitoring.ts';
import { legalChecks } from './legal-checks.ts';
import { legalDrafts } from './legal-drafts.ts';
import { legalReviews } from './legal-reviews.ts';
import { officialMail } from './official-mail.ts';
import { oneStopChecks } from './one-stop-checks.ts';
import { onlineServices } from './online-services.ts';
import { outsideScores } from './outside-scores.ts';
import { paca } from './paca.ts';
import { pointEvents } from './point-events.ts';
import { procedureAnnouncements } from './procedure-announcements.ts';
import { procedureReviewPlans } from './procedure-review-plans.ts';
import { proposals } from './proposals.ts';
import { ratingRounds } from './rating-rounds.ts';
import { requiredDocuments } from './required-documents.ts';
import { restructuredProcedures } from './restructured-procedures.ts';
import { simplifications } from './simplifications.ts';
import { staffChanges } from './staff-changes.ts';
import { staffMonths } from './staff-months.ts';
import { staffReduction } from './staff-reduction.ts';
import { staffYears } from './staff-years.ts';
import { surveyActions } from './survey-actions.ts';
import { surveyAnswers } from './survey-answers.ts';
import { surveyRounds } from './survey-rounds.ts';
import { training } from './training.ts';
import { unitAutonomy } from './unit-autonomy.ts';
import { unitFunctions } from './unit-functions.ts';
import { unitNorms } from './unit-norms.ts';
import { unitPosts } from './unit-posts.ts';

/** In the order of the areas of the index, as an office looks for its lists. */
const byName = {
  assignedTasks,
  requiredDocuments,
  inspections,
  findings,
  communication,
  initiatives,
  proposals,
  paca,
  pointEvents,
  legalDrafts,
  delegatedContents,
  legalReviews,
  legalChecks,
  lawMonitoring,
  lawCommunication,
  procedureAnnouncements,
  procedureReviewPlans,
  simplifications,
  restructuredProcedures,
  onlineServices,
  oneStopChecks,
  feedback,
  surveyRounds,
  surveyAnswers,
  surveyActions,
  unitFunctions,
  unitNorms,
  headcountPlans,
  staffReduction,
  decentralisation,
  handovers,
  unitPosts,
  staffMonths,
  ratingRounds,
  staffYears,
  staffChanges,
  training,
  discipline,
  appointments,
  disbursements,
  assetRules,
  auditRecommendations,
  unitAutonomy,
  issuedDocuments,
  officialMail,
  outsideScores,
  informationSystems,
  iso,
} as const;

/** Every register that comes with the product. */
export const shippedRegisters: readonly RegisterDeclaration[] = Object.values(byName);

export type ShippedName = keyof typeof byName;
/** The values of a record of a shipped register, as its declaration says. */
export type ShippedValues<Name extends ShippedName> = ValuesOf<(typeof byName)[Name]>;
