// /files/<hash>: what is stored by content. Its name is its hash, so browsers keep it for ever; what it holds came from outside,
// so it is typed by its bytes and dead when opened by itself.

import { open } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../shared/protocol/refusal.ts'
import { type Files, HASH_PATTERN } from '../files/files.ts'
import { FILE_CSP } from './headers.ts'
import { sendReply } from './replies.ts'
import { SNIFF_BYTES, sniff } from './sniff.ts'

export function addFileRoute(server: FastifyInstance, files: Files): void {
  server.get<{ Params: { hash: string } }>('/files/:hash', async (request, reply) => {
    const { hash } = request.params
    if (!HASH_PATTERN.test(hash) || !(await files.has(hash))) return sendReply(reply, refuse('wire.not-found'))
    reply.header('etag', `"${hash}"`).header('cache-control', 'public, max-age=31536000, immutable')
    if (request.headers['if-none-match'] === `"${hash}"`) return reply.status(304).send()
    const { size, type } = await look(files.path(hash))
    return reply
      .header('content-security-policy', FILE_CSP)
      .header('content-length', size)
      .type(type)
      .send(request.method === 'HEAD' ? undefined : files.open(hash))
  })
}

async function look(path: string): Promise<{ size: number; type: string }> {
  const file = await open(path, 'r')
  try {
    const first = new Uint8Array(SNIFF_BYTES)
    await file.read(first, 0, SNIFF_BYTES, 0)
    return { size: (await file.stat()).size, type: sniff(first) }
  } finally {
    await file.close()
  }
}
