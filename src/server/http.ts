import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AgencyId, SessionId, UnitId, UserId } from '../kernel/ids.ts';
import type { Outcome } from '../kernel/outcome.ts';
import { type Action, may, type Role, reachOf } from '../slices/identity/index.ts';

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
export type Language = 'vi' | 'en';

/** The person behind a request, as the session says. */
export type Person = {
  readonly agencyId: AgencyId;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** A password that somebody else gave must be changed before anything else. */
  readonly mustChangePassword: boolean;
  readonly unitId: UnitId | null;
  /** The person's unit and every unit below it. */
  readonly unitIds: readonly string[];
};

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
    language: Language;
  }
}

/** Status and texts of one refusal code. The texts say what to do next. */
export type RefusalText = { readonly status: number; readonly vi: string; readonly en: string };
export type RefusalTexts<Code extends string> = Readonly<Record<Code, RefusalText>>;

/** A request that is refused; the error handler of the app turns it into the answer. */
export class RefusedRequest extends Error {
  readonly code: string;
  readonly text: RefusalText;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(code: string, text: RefusalText, details?: Readonly<Record<string, unknown>>) {
    super(code);
    this.code = code;
    this.text = text;
    this.details = details;
  }
}

/** Body of every answer below 500 that is not a success. */
export const refusalBody = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

/** Added to the `response` of every route. */
export const refusalAnswers = { '4xx': refusalBody } as const;

export const generalRefusals = {
  'not-logged-in': {
    status: 401,
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại.',
    en: 'You are not logged in, or the session has ended. Log in again.',
  },
  'password-change-needed': {
    status: 403,
    vi: 'Hãy đổi mật khẩu được cấp trước khi làm việc khác.',
    en: 'Change the password that you were given before anything else.',
  },
  'not-allowed': {
    status: 403,
    vi: 'Vai trò của bạn không được làm việc này. Hãy liên hệ quản trị viên.',
    en: 'Your role may not do this. Ask the administrator.',
  },
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy nội dung này. Có thể nó đã được chuyển hoặc địa chỉ bị sai.',
    en: 'This was not found. It may have moved, or the address is wrong.',
  },
  'bad-input': {
    status: 400,
    vi: 'Dữ liệu gửi lên chưa đúng. Hãy xem lại các ô được nêu.',
    en: 'The input is not right. Check the fields named.',
  },
  'wrong-origin': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối. Hãy mở lại trang Cải Cách.',
    en: 'The request came from another site and was refused. Open Cải Cách again.',
  },
  'too-many': {
    status: 429,
    vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một phút rồi thử lại.',
    en: 'Too many requests in a short time. Wait a minute and try again.',
  },
  'too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Hãy chia nhỏ hoặc nén lại.',
    en: 'What was sent is too large. Split it or make it smaller.',
  },
  'wrong-host': {
    status: 421,
    vi: 'Dữ liệu mẫu chỉ mở trên chính máy này. Hãy dùng địa chỉ đã in khi khởi động.',
    en: 'The sample opens on this machine only. Use the address that was printed at the start.',
  },
  'wrong-media-type': {
    status: 415,
    vi: 'Máy chủ không nhận loại nội dung này. Hãy gửi đúng định dạng được nêu ở /api/docs.',
    en: 'This type of content is not taken here. Send what /api/docs names.',
  },
  'took-too-long': {
    status: 503,
    vi: 'Việc này lâu hơn cho phép. Hãy tải lại trang để xem đã xong chưa, rồi thử lại với phạm vi nhỏ hơn.',
    en: 'This took too long. Reload the page to see whether it was done, then try again with less.',
  },
  fault: {
    status: 500,
    vi: 'Máy chủ gặp lỗi. Nội dung bạn nhập vẫn còn; hãy thử lại sau một phút.',
    en: 'Something went wrong on the server. What you typed is kept here; try again in a minute.',
  },
} as const satisfies RefusalTexts<string>;

export type GeneralRefusal = keyof typeof generalRefusals;

export function refuseRequest(code: GeneralRefusal, details?: Readonly<Record<string, unknown>>): RefusedRequest {
  return new RefusedRequest(code, generalRefusals[code], details);
}

/** The value of an action, or the refusal thrown with its status and text. */
export function valueOrRefuse<Value, Refused extends { readonly code: string }>(
  outcome: Outcome<Value, Refused>,
  texts: RefusalTexts<Refused['code']>,
): Value {
  if (outcome.ok) return outcome.value;
  const { code, ...details } = outcome.refusal;
  throw new RefusedRequest(code, texts[code as Refused['code']], details);
}

/** The person of the session, even while the password is still to be changed: for the session's own routes. */
export function requireSession(request: FastifyRequest): Person {
  if (!request.person) throw refuseRequest('not-logged-in');
  return request.person;
}

export function requirePerson(request: FastifyRequest): Person {
  const person = requireSession(request);
  if (person.mustChangePassword) throw refuseRequest('password-change-needed');
  return person;
}

/** The person, when the role holds the right at all; records of units are checked by `requireRightFor`. */
export function requireRight(request: FastifyRequest, action: Action): Person {
  const person = requirePerson(request);
  if (reachOf(person.role, action) === null) throw refuseRequest('not-allowed');
  return person;
}

/** The person, when the right reaches a record of this unit (null: a record of no unit). */
export function requireRightFor(request: FastifyRequest, action: Action, unitId: string | null): Person {
  const person = requirePerson(request);
  if (!may(person, action, unitId)) throw refuseRequest('not-allowed');
  return person;
}
