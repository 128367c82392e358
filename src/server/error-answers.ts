import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { brokenConstraint } from './database.ts';
import { type GeneralRefusal, RefusedRequest, refuseRequest } from './http.ts';

export function answerRefusal(request: FastifyRequest, reply: FastifyReply, refused: RefusedRequest): FastifyReply {
  const { code, text, details } = refused;
  return reply
    .status(text.status)
    .send({ code, message: text[request.language ?? 'vi'], ...(details ? { details } : {}) });
}

/** Statuses that Fastify and its plugins answer with by themselves. */
const refusalOfStatus: Readonly<Record<number, GeneralRefusal>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'wrong-media-type',
  429: 'too-many',
  503: 'took-too-long',
};

function refusalOf(error: FastifyError): RefusedRequest | null {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((issue) => ({
      field: issue.instancePath.replace(/^\//, ''),
      reason: issue.message,
    }));
    return refuseRequest('bad-input', { fields });
  }
  const { statusCode = 500 } = error;
  const code = refusalOfStatus[statusCode] ?? (statusCode >= 400 && statusCode < 500 ? 'bad-input' : null);
  return code && refuseRequest(code);
}

/** A refusal says what to do next; a fault is logged once, and its answer says nothing about the inside. */
export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = error instanceof RefusedRequest ? error : refusalOf(error);
  if (refused) return answerRefusal(request, reply, refused);
  request.log.error({ err: error, method: request.method, route: request.routeOptions.url }, 'fault');
  return answerRefusal(request, reply, refuseRequest('fault'));
}

type FaultInLog = { type: string; message: string; stack: string; code: string; constraint?: string };

/** What the log keeps of a fault: never the parameters or the row of a statement, which hold personal data. */
export function faultForLog(error: FastifyError): FaultInLog {
  const { name, message, stack = '', code } = error;
  const constraint = brokenConstraint(error);
  return { type: name, message, stack, code, ...(constraint ? { constraint } : {}) };
}
