export { type ChainVerdict, verifyChain } from './actions/verify-chain.ts';
export { auditRoutes } from './http/routes.ts';
export type { AuditFact } from './rules/chain.ts';
export { type Actor, appendAudit, findAuditedAgencies } from './store/audit.ts';
