export { createFirstAdministrator, offerFirstAdministrator } from './actions/first-administrator.ts';
export { actorOf } from './actions/users.ts';
export { SESSION_COOKIE, sessionRoutes } from './http/session-routes.ts';
export { userRoutes } from './http/user-routes.ts';
export { findAgency, insertAgency } from './store/agencies.ts';
export { hashPassword } from './store/passwords.ts';
export { findSessionPerson, hashToken, makeToken, type SessionPerson, touchSession } from './store/sessions.ts';
export { findPeopleOfUnits, findUsers, hasAnyUser, insertUser } from './store/users.ts';
