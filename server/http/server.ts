// The HTTP server: Fastify with limits, request ids, security headers and the same answers to faults everywhere. Routes are
// added by app.ts.

import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Log } from '../log.ts'
import { addFaults, type Faults } from './faults.ts'
import { securityHeaders } from './headers.ts'

/** Bodies of JSON requests; uploads have their own way and limit. */
const BODY_BYTES = 64 * 1024

export interface ServerDeps {
  readonly log: Log
  readonly https: boolean
  readonly faults: Faults
}

export function createServer({ log, https, faults }: ServerDeps): FastifyInstance {
  const server = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    genReqId: () => randomUUID(),
    // A chunk of an upload over a slow line takes minutes; a request that trickles for ever is cut.
    requestTimeout: 15 * 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 128 },
  }) as unknown as FastifyInstance
  const headers = securityHeaders(https)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id)
  })
  server.addHook('onResponse', async (request, reply) => {
    // The route's pattern, not the address: addresses may hold ids.
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime)
    const line = { request: request.id, method, route: routeOptions.url, status: reply.statusCode, ms }
    if (method === 'GET' || method === 'HEAD') log.debug(line, 'request')
    else log.info(line, 'request')
  })
  addFaults(server, faults)
  return server
}
