import { language } from '../language.ts';
import { translator } from '../texts.ts';
import { ApiError, isNotLoggedIn, OFFLINE } from './api-error.ts';
import { fillAddress, type Values } from './fill-address.ts';

export type Operation = { method: string; address: string; answer: 'json' | 'blob' | 'nothing' };
export type Input = { path?: Values | undefined; query?: Values | undefined; body?: unknown; signal?: AbortSignal };

/** Asked when the session has ended; answers whether the person logged in again, so that the call is repeated. */
export type AskToLogIn = () => Promise<boolean>;
let askToLogIn: AskToLogIn | null = null;

export function onSessionEnd(ask: AskToLogIn | null): void {
  askToLogIn = ask;
}

function requestOf(operation: Operation, { body, signal }: Input): RequestInit {
  const headers: Record<string, string> = { 'accept-language': language.get() };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  return {
    method: operation.method,
    headers,
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  };
}

async function refusalOf(response: Response): Promise<ApiError> {
  const said: unknown = await response.json().catch(() => null);
  const body: Values = typeof said === 'object' && said !== null ? { ...said } : {};
  const details = typeof body.details === 'object' && body.details !== null ? { ...body.details } : {};
  return new ApiError(
    response.status,
    typeof body.code === 'string' ? body.code : `http-${response.status}`,
    typeof body.message === 'string' ? body.message : translator(language.get())('web.failedLead'),
    details,
  );
}

async function send(operation: Operation, input: Input): Promise<unknown> {
  const address = fillAddress(operation.address, input.path, input.query);
  const response = await fetch(address, requestOf(operation, input)).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, OFFLINE, translator(language.get())('web.offline'));
  });
  if (!response.ok) throw await refusalOf(response);
  if (operation.answer === 'blob') return response.blob();
  return operation.answer === 'nothing' || response.status === 204 ? undefined : response.json();
}

/**
 * Calls an operation of the server.
 *
 * @throws {ApiError} with the server's own words when it refuses, with code `offline` when it cannot be reached
 */
export async function call<Answer>(operation: Operation, input: Input): Promise<Answer> {
  try {
    // The generated client pairs each operation with the answer that the server's schema promises.
    return (await send(operation, input)) as Answer;
  } catch (error) {
    if (!isNotLoggedIn(error) || !askToLogIn || !(await askToLogIn())) throw error;
    return (await send(operation, input)) as Answer;
  }
}
