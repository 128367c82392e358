// Written by `npm run client` from the server's OpenAPI document. Do not edit.
import { call } from './api/call.ts';

export type AddAliasBody = { alias: string; unitId: string };
export type AddAliasAnswer = { done: true };
export type AppointHeadBody = { userId: string; validFrom: string };
export type AppointHeadAnswer = { done: true };
export type ChangePasswordBody = { currentPassword: string; newPassword: string };
export type ChangePasswordAnswer = { done: true };
export type ChangeUserBody = { displayName: string; role: "administrator" | "par-officer" | "director" | "unit-head" | "specialist" | "appraiser" | "reader"; unitId: string | null; isActive: boolean; version: number };
export type ChangeUserAnswer = { done: true };
export type CloseSessionAnswer = { done: true };
export type CorrectUnitBody = { name: string; shortName: string; kind: "office" | "division" | "branch" | "center" | "inspectorate" | "fund" | "leadership"; parentId: string | null; position: number; validFrom: string; version: number };
export type CorrectUnitAnswer = { done: true };
export type CreateFirstAdministratorBody = { token: string; agencyName: string; agencyShortName: string; province: string; username: string; displayName: string; password: string };
export type CreateFirstAdministratorAnswer = { done: true };
export type CreateUnitBody = { name: string; shortName: string; kind: "office" | "division" | "branch" | "center" | "inspectorate" | "fund" | "leadership"; parentId: string | null; position: number; validFrom: string };
export type CreateUnitAnswer = { unitId: string };
export type CreateUserBody = { displayName: string; role: "administrator" | "par-officer" | "director" | "unit-head" | "specialist" | "appraiser" | "reader"; unitId: string | null; username: string; password: string };
export type CreateUserAnswer = { userId: string };
export type FindAuditEntriesQuery = { actorId?: string | undefined; subjectKind?: string | undefined; subjectId?: string | undefined; action?: string | undefined; fromAt?: string | undefined; toAt?: string | undefined; beforeSequence?: number | undefined; limit?: number | undefined };
export type FindAuditEntriesAnswer = { entries: Array<{ sequence: number; at: string; actorId: string | null; actorName: string; action: string; subjectKind: string; subjectId: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null; hash: string }> };
export type FindSessionsAnswer = { sessions: Array<{ sessionId: string; createdAt: string; lastSeenAt: string; userAgent: string; isThis: boolean }> };
export type FindUnitsAnswer = { units: Array<{ unitId: string; parentId: string | null; name: string; shortName: string; kind: "office" | "division" | "branch" | "center" | "inspectorate" | "fund" | "leadership"; validFrom: string; validTo: string | null; position: number; version: number }>; aliases: Array<{ alias: string; unitId: string; origin: "typed" | "learned" }>; heads: Array<{ unitId: string; userId: string; displayName: string; validFrom: string; validTo: string | null }>; changes: Array<{ changeId: string; kind: "merge" | "split" | "rename" | "transfer" | "dissolve"; effectiveOn: string; decisionNumber: string | null; pairs: Array<{ from: string; to: string }> }> };
export type FindUsersAnswer = { users: Array<{ userId: string; username: string; displayName: string; role: "administrator" | "par-officer" | "director" | "unit-head" | "specialist" | "appraiser" | "reader"; unitId: string | null; isActive: boolean; lockedUntil: string | null; version: number }> };
export type GetSessionAnswer = { user: { userId: string; username: string; displayName: string; role: "administrator" | "par-officer" | "director" | "unit-head" | "specialist" | "appraiser" | "reader"; unitId: string | null; unitIds: Array<string>; mustChangePassword: boolean }; agency: { agencyId: string; name: string; shortName: string; province: string }; rights: Array<string>; today: string; year: number; years: Array<number> };
export type LogInBody = { username: string; password: string };
export type LogInAnswer = { done: true };
export type LogOutAnswer = { done: true };
export type RemoveAliasAnswer = { done: true };
export type ReorganiseUnitsBody = { kind: "merge" | "split" | "rename" | "transfer" | "dissolve"; effectiveOn: string; decisionNumber: string | null; predecessorIds: Array<string>; successorIds: Array<string>; newUnits: Array<{ name: string; shortName: string; kind: "office" | "division" | "branch" | "center" | "inspectorate" | "fund" | "leadership"; parentId: string | null; position: number }> };
export type ReorganiseUnitsAnswer = { changeId: string; newUnitIds: Array<string> };
export type ResetPasswordBody = { password: string };
export type ResetPasswordAnswer = { done: true };
export type VerifyAuditChainAnswer = { isWhole: true; entries: number } | { isWhole: false; sequence: number; reason: "missing" | "changed" | "head-differs" };

/** One function for each operation; throws `ApiError` with the words of the server when it refuses. */
export const api = {
  addAlias: (input: { body: AddAliasBody; signal?: AbortSignal }) =>
    call<AddAliasAnswer>({ method: 'POST', address: '/api/units/aliases', answer: 'json' }, input),
  appointHead: (input: { path: { unitId: string }; body: AppointHeadBody; signal?: AbortSignal }) =>
    call<AppointHeadAnswer>({ method: 'PUT', address: '/api/units/{unitId}/head', answer: 'json' }, input),
  changePassword: (input: { body: ChangePasswordBody; signal?: AbortSignal }) =>
    call<ChangePasswordAnswer>({ method: 'PUT', address: '/api/session/password', answer: 'json' }, input),
  changeUser: (input: { path: { userId: string }; body: ChangeUserBody; signal?: AbortSignal }) =>
    call<ChangeUserAnswer>({ method: 'PUT', address: '/api/users/{userId}', answer: 'json' }, input),
  closeSession: (input: { path: { userId: string; sessionId: string }; signal?: AbortSignal }) =>
    call<CloseSessionAnswer>({ method: 'DELETE', address: '/api/users/{userId}/sessions/{sessionId}', answer: 'json' }, input),
  correctUnit: (input: { path: { unitId: string }; body: CorrectUnitBody; signal?: AbortSignal }) =>
    call<CorrectUnitAnswer>({ method: 'PUT', address: '/api/units/{unitId}', answer: 'json' }, input),
  createFirstAdministrator: (input: { body: CreateFirstAdministratorBody; signal?: AbortSignal }) =>
    call<CreateFirstAdministratorAnswer>({ method: 'POST', address: '/api/first-administrator', answer: 'json' }, input),
  createUnit: (input: { body: CreateUnitBody; signal?: AbortSignal }) =>
    call<CreateUnitAnswer>({ method: 'POST', address: '/api/units', answer: 'json' }, input),
  createUser: (input: { body: CreateUserBody; signal?: AbortSignal }) =>
    call<CreateUserAnswer>({ method: 'POST', address: '/api/users', answer: 'json' }, input),
  findAuditEntries: (input: { query?: FindAuditEntriesQuery; signal?: AbortSignal } = {}) =>
    call<FindAuditEntriesAnswer>({ method: 'GET', address: '/api/audit', answer: 'json' }, input),
  findSessions: (input: { path: { userId: string }; signal?: AbortSignal }) =>
    call<FindSessionsAnswer>({ method: 'GET', address: '/api/users/{userId}/sessions', answer: 'json' }, input),
  findUnits: (input: { signal?: AbortSignal } = {}) =>
    call<FindUnitsAnswer>({ method: 'GET', address: '/api/units', answer: 'json' }, input),
  findUsers: (input: { signal?: AbortSignal } = {}) =>
    call<FindUsersAnswer>({ method: 'GET', address: '/api/users', answer: 'json' }, input),
  getSession: (input: { signal?: AbortSignal } = {}) =>
    call<GetSessionAnswer>({ method: 'GET', address: '/api/session', answer: 'json' }, input),
  logIn: (input: { body: LogInBody; signal?: AbortSignal }) =>
    call<LogInAnswer>({ method: 'POST', address: '/api/session', answer: 'json' }, input),
  logOut: (input: { signal?: AbortSignal } = {}) =>
    call<LogOutAnswer>({ method: 'DELETE', address: '/api/session', answer: 'json' }, input),
  removeAlias: (input: { path: { alias: string }; signal?: AbortSignal }) =>
    call<RemoveAliasAnswer>({ method: 'DELETE', address: '/api/units/aliases/{alias}', answer: 'json' }, input),
  reorganiseUnits: (input: { body: ReorganiseUnitsBody; signal?: AbortSignal }) =>
    call<ReorganiseUnitsAnswer>({ method: 'POST', address: '/api/units/changes', answer: 'json' }, input),
  resetPassword: (input: { path: { userId: string }; body: ResetPasswordBody; signal?: AbortSignal }) =>
    call<ResetPasswordAnswer>({ method: 'PUT', address: '/api/users/{userId}/password', answer: 'json' }, input),
  verifyAuditChain: (input: { signal?: AbortSignal } = {}) =>
    call<VerifyAuditChainAnswer>({ method: 'GET', address: '/api/audit/verdict', answer: 'json' }, input),
};
