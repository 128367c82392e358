/** What the server answers when it refuses: a code for programs, a text for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** Code of a call that never reached the server. */
export const OFFLINE = 'offline';
export const NOT_LOGGED_IN = 'not-logged-in';

export function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && error.status === 403;
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

export function isNotLoggedIn(error: unknown): boolean {
  return error instanceof ApiError && error.code === NOT_LOGGED_IN;
}
