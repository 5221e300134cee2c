// /booths and /booths/<city>: the plain pages, in the language that `?lang=` or the browser asks for.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LANGUAGES, type Language } from '../../shared/protocol/parts.ts'
import { boothPage, listPage, missingPage } from './booth-page.ts'
import type { Booths } from './booth-store.ts'
import { PAGE_STYLE } from './page-style.ts'

export function addBoothRoutes(server: FastifyInstance, booths: Booths): void {
  server.get('/booths', async (request, reply) => {
    return sendPage(reply, listPage(await booths.all(), languageOf(request)))
  })
  server.get('/booths/page.css', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(PAGE_STYLE),
  )
  server.get<{ Params: { city: string } }>('/booths/:city', async (request, reply) => {
    const language = languageOf(request)
    const booth = await booths.one(request.params.city)
    const shown = await booths.shown(request.params.city)
    const page = booth ? boothPage(booth, shown?.content ?? null, language) : null
    return page ? sendPage(reply, page) : sendPage(reply.status(404), missingPage(language))
  })
}

const sendPage = (reply: FastifyReply, page: string): FastifyReply =>
  reply
    .header('cache-control', 'no-cache')
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .send(page)

/** `?lang=`, else the first of the browser's languages that we have, else English. */
export function languageOf(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const asked = (request.query as { lang?: unknown }).lang
  const chosen = LANGUAGES.find((language) => language === asked)
  if (chosen) return chosen
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=')
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .sort((a, b) => b.q - a.q)
  for (const { tag } of wanted) {
    const found = LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`))
    if (found) return found
  }
  return 'en'
}
