// GET /api/booth/<city>/export: a city's whole content as one zip, streamed, for its staff and the operator.

import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '../../shared/protocol/refusal.ts'
import type { WhoIs } from '../gateway/who.ts'
import { sendReply } from '../http/replies.ts'
import { type ExportDeps, exportOf } from './export.ts'
import { mayEdit } from './may-edit.ts'
import { zipOf } from './zip.ts'

export interface ExportRouteDeps extends ExportDeps {
  readonly whoIs: WhoIs
  /** Whether this address may ask once more just now. */
  readonly may: (request: FastifyRequest) => boolean
}

/** What a zip of this kind can hold (no zip64), with room for its lists. */
const ZIP_MAX = 0xf000_0000

export function addExportRoute(server: FastifyInstance, deps: ExportRouteDeps): void {
  server.get<{ Params: { city: string } }>('/api/booth/:city/export', async (request, reply) => {
    const { city } = request.params
    const no = await refusalOf(request, city, deps)
    if (no) return sendReply(reply, no)
    const all = await exportOf(city, deps)
    if (!all) return sendReply(reply, refuse('booth.unknown'))
    if (all.bytes > ZIP_MAX) return sendReply(reply, refuse('wire.too-large'))
    const { made } = all.manifest
    const day = new Date(made).toISOString().slice(0, 10)
    return reply
      .type('application/zip')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="parlor-${city}-${day}.zip"`)
      .send(Readable.from(zipOf(all.entries, made), { objectMode: false }))
  })
}

async function refusalOf(
  request: FastifyRequest,
  city: string,
  { whoIs, may }: ExportRouteDeps,
): Promise<Refusal | null> {
  if (!may(request)) return refuse('wire.too-often')
  const who = await whoIs(request.headers)
  if (!who) return refuse('person.sign-in-needed')
  return mayEdit(who.me, city) ? null : refuse('person.not-allowed')
}
