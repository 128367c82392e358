// Written by `npm run client` from the server's OpenAPI document. Do not edit.
import { call } from './api/call.ts';

export type GetSessionAnswer = {
  user: { userId: string; username: string; displayName: string; role: string; unitId: string | null };
  agency: { agencyId: string; name: string; shortName: string };
  rights: string[];
  year: number;
  years: number[];
};

export const api = {
  getSession: (input: { signal?: AbortSignal } = {}) =>
    call<GetSessionAnswer>({ method: 'GET', address: '/api/session', answer: 'json' }, input),
  logIn: (input: { body: { username: string; password: string }; signal?: AbortSignal }) =>
    call<unknown>({ method: 'POST', address: '/api/session', answer: 'nothing' }, input),
  logOut: (input: { signal?: AbortSignal } = {}) =>
    call<unknown>({ method: 'DELETE', address: '/api/session', answer: 'nothing' }, input),
  changePassword: (input: { body: { currentPassword: string; newPassword: string }; signal?: AbortSignal }) =>
    call<unknown>({ method: 'PUT', address: '/api/session/password', answer: 'nothing' }, input),
  createFirstAdministrator: (input: {
    body: { token: string; username: string; displayName: string; password: string };
    signal?: AbortSignal;
  }) => call<unknown>({ method: 'POST', address: '/api/first-administrator', answer: 'nothing' }, input),
};
