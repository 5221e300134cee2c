// /files/<hash>: what is stored by content. Its name is its hash, so browsers keep it for ever; what it holds came from outside,
// so it is typed by its bytes and dead when opened by itself.

import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../../shared/protocol/refusal.ts'
import { type Files, HASH_PATTERN } from '../files/files.ts'
import { FILE_CSP } from './headers.ts'
import { sendReply } from './replies.ts'
import { typeOf } from './sniff.ts'

type Asked = { Params: { hash: string } }

export function addFileRoute(server: FastifyInstance, files: Files): void {
  // HEAD by ourselves: the one that comes with GET says of every file that it has no bytes.
  server.route<Asked>({
    method: ['GET', 'HEAD'],
    url: '/files/:hash',
    handler: (request, reply) => sendFile(request, reply, files),
  })
}

async function sendFile(request: FastifyRequest<Asked>, reply: FastifyReply, files: Files): Promise<FastifyReply> {
  const { hash } = request.params
  if (!HASH_PATTERN.test(hash) || !(await files.has(hash))) return sendReply(reply, refuse('wire.not-found'))
  reply.header('etag', `"${hash}"`).header('cache-control', 'public, max-age=31536000, immutable')
  if (request.headers['if-none-match'] === `"${hash}"`) return reply.status(304).send()
  const { size, type } = await look(files.path(hash))
  reply.header('content-security-policy', FILE_CSP).header('accept-ranges', 'bytes').type(type)
  // A page of its own, sandboxed, shows no PDF: it is taken along and opened by what the visitor has.
  if (type === 'application/pdf') reply.header('content-disposition', 'attachment')
  const part = partOf(request.headers.range, size)
  if (part === 'none') return reply.status(416).header('content-range', `bytes */${size}`).send()
  const { start, end } = part ?? { start: 0, end: size - 1 }
  if (part) reply.status(206).header('content-range', `bytes ${start}-${end}/${size}`)
  reply.header('content-length', end - start + 1)
  return reply.send(request.method === 'HEAD' ? undefined : files.open(hash, part ?? {}))
}

/** One range of bytes (RFC 9110, 14.1.2), as players of films ask for; several, or none that can be read, mean the whole file. */
function partOf(header: string | undefined, size: number): { start: number; end: number } | 'none' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to))
  return start <= end && start < size ? { start, end } : 'none'
}

async function look(path: string): Promise<{ size: number; type: string }> {
  return { size: (await stat(path)).size, type: await typeOf(path) }
}
