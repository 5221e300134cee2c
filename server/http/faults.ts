// What was thrown: logged once with an id, told as that id only. A refusal of the framework's own becomes one of ours.

import type { FastifyError, FastifyInstance } from 'fastify'
import { type LineId, makeId, type Random } from '../../shared/kit/id.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusal.ts'
import type { Log } from '../log.ts'
import { storageRefusal } from '../storage/trouble.ts'
import { sendReply } from './replies.ts'

/** Turns what was thrown into the refusal that its asker sees. */
export type Faults = (thrown: unknown, context: Readonly<Record<string, string>>) => Refusal

/** Logs each fault once; trouble with storage is told as such, everything else by its id alone. */
export function createFaults(log: Log, random: Random): Faults {
  return (thrown, context) => {
    const id = makeId<LineId>(random)
    log.error({ ...context, fault: id, err: thrown }, 'fault')
    return storageRefusal(thrown) ?? { ok: false, code: 'wire.fault', fault: id }
  }
}

/** Every route's last resort: refusals for what Fastify itself rejects, faults for the rest. */
export function addFaults(server: FastifyInstance, faults: Faults): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return sendReply(reply, refuse('wire.too-large'))
    if (error.statusCode !== undefined && error.statusCode < 500) return sendReply(reply, refuse('wire.malformed'))
    return sendReply(reply, faults(error, { request: request.id }))
  })
}
