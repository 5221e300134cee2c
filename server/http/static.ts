// The built client from dist/client: hashed names are kept for ever by browsers, index.html is asked for each time, and what
// the build compressed goes out compressed. Client routes answer with index.html.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../shared/protocol/refusal.ts'
import { sendReply } from './replies.ts'

/** `name-Ab3dE_f9.ext`, as Vite and the asset manifest write it. */
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/

/** @param root folder of the built client, or null: no pages */
export async function addStatic(server: FastifyInstance, root: string | null): Promise<void> {
  if (root === null) {
    server.setNotFoundHandler((_request, reply) => sendReply(reply, refuse('wire.not-found')))
    return
  }
  await server.register(fastifyStatic, {
    root,
    wildcard: true,
    preCompressed: true,
    index: false,
    cacheControl: false,
    decorateReply: true,
    setHeaders: (reply, path) => {
      const forEver = path.startsWith(join(root, 'assets')) && HASHED.test(path.replace(/\.(br|gz)$/, ''))
      reply.setHeader('vary', 'accept-encoding')
      reply.setHeader('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/', (_request, reply) => reply.sendFile('index.html'))
  server.setNotFoundHandler((request, reply) => {
    const wanted = request.method === 'GET' && request.headers.accept?.includes('text/html')
    const page = wanted && !request.url.startsWith('/api/')
    if (page && existsSync(join(root, 'index.html'))) return reply.sendFile('index.html')
    return sendReply(reply, refuse('wire.not-found'))
  })
}
