// /booths and /booths/<city>: the plain pages, in the language that `?lang=` or the browser asks for.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LANGUAGES } from '../../shared/protocol/choices.ts'
import type { Language } from '../../shared/protocol/parts.ts'
import type { WhoIs } from '../gateway/who.ts'
import type { BoothLives } from './booth-lives.ts'
import { boothPage, listPage, missingPage, notYoursPage } from './booth-page.ts'
import type { Booths } from './booth-store.ts'
import { mayEdit } from './may-edit.ts'
import { PAGE_STYLE } from './page-style.ts'

export interface BoothPageDeps {
  readonly booths: Booths
  readonly lives: Pick<BoothLives, 'version' | 'life'>
  readonly whoIs: WhoIs
}

export function addBoothRoutes(server: FastifyInstance, { booths, lives, whoIs }: BoothPageDeps): void {
  server.get('/booths', async (request, reply) => {
    return sendPage(reply, listPage(await booths.all(), languageOf(request)))
  })
  server.get('/booths/page.css', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(PAGE_STYLE),
  )
  server.get<Asked>('/booths/:city', async (request, reply) => {
    const language = languageOf(request)
    if (request.query.version !== undefined) return await sendPreview(request, reply, { booths, lives, whoIs })
    const booth = await booths.one(request.params.city)
    const shown = await booths.shown(request.params.city)
    const page = booth ? boothPage(booth, shown?.content ?? null, language) : null
    return page ? sendPage(reply, page) : sendPage(reply.status(404), missingPage(language))
  })
}

type Asked = { Params: { city: string }; Querystring: { version?: unknown } }

/** A version for who may edit the booth, whatever is shown now. */
async function sendPreview(
  request: FastifyRequest<Asked>,
  reply: FastifyReply,
  { booths, lives, whoIs }: BoothPageDeps,
): Promise<FastifyReply> {
  const { city } = request.params
  const language = languageOf(request)
  const send = (status: number, page: string) =>
    sendPage(reply.status(status).header('x-robots-tag', 'noindex, nofollow'), page, 'private, no-store')
  const who = await whoIs(request.headers)
  if (!who || !mayEdit(who.me, city)) return send(403, notYoursPage(language))
  const asked = String(request.query.version)
  const n = /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : 0
  const content = await lives.version(city, n)
  const seen = content && (await booths.preview(city, content))
  const life = lives.life(city)
  const state = life?.shown === n && !life.down ? 'shown' : life?.versions.find((one) => one.n === n)?.state
  const page = seen && state ? boothPage(seen.summary, seen.shown.content, language, { n, state }) : null
  return page ? send(200, page) : send(404, missingPage(language))
}

const sendPage = (reply: FastifyReply, page: string, kept = 'no-cache'): FastifyReply =>
  reply.header('cache-control', kept).header('vary', 'accept-language').type('text/html; charset=utf-8').send(page)

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
