export { type AuditContent, type AuditFact, CHAIN_START, canonicalJson, contentToHash } from './rules/chain.ts';
