// A Reply over HTTP: the same JSON as by the socket, with the status that fits its code.

import type { FastifyReply } from 'fastify'
import type { RefusalCode, Reply } from '../../shared/protocol/refusal.ts'

const STATUS: Partial<Record<RefusalCode, number>> = {
  'wire.malformed': 400,
  'wire.too-large': 413,
  'wire.too-often': 429,
  'wire.origin': 403,
  'wire.draining': 503,
  'wire.fault': 500,
  'wire.not-found': 404,
  'storage.failed': 503,
  'storage.full': 507,
  'person.sign-in-needed': 401,
  'person.not-allowed': 403,
  'person.unknown': 404,
  'person.last-operator': 409,
  'person.login-taken': 409,
  'session.unknown': 404,
  'booth.unknown': 404,
}

/** Sends the reply: 200 with a value; a refusal by its code, 422 where the table has none. */
export function sendReply(reply: FastifyReply, answer: Reply<unknown>): FastifyReply {
  const status = answer.ok ? 200 : (STATUS[answer.code] ?? 422)
  return reply.status(status).header('cache-control', 'no-store').send(answer)
}
