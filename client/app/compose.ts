// The only place where net meets state: makes the actions that views get by context. The socket itself is loaded on first need.

import type { Clock } from '../../shared/kit/clock.ts'
import {
  type CommandId,
  makeId,
  type PollId,
  type QuestionId,
  type Random,
  type SessionId,
} from '../../shared/kit/id.ts'
import type { SessionCommand } from '../../shared/session/commands.ts'
import type { Api } from '../net/api.ts'
import { withShown } from '../state/hall-store.ts'
import { withNotice, withoutNotice } from '../state/notice-store.ts'
import { NO_LINE, type Outcome } from '../state/outcome.ts'
import { withOwnChoice, withOwnVote } from '../state/session-store.ts'
import type { Shelf } from '../state/settings-store.ts'
import type { Stores } from '../state/stores.ts'
import type { Actions, CommandBody, DeskActions, HallActions, SessionActions } from '../ui/actions.ts'
import { sendFile } from './file-actions.ts'
import type { LiveLine } from './live-line.ts'
import { asVisitor, type Enter, makeEnter, personActions } from './person-actions.ts'
import { stillTaker } from './still-actions.ts'
import { studioActions } from './studio-actions.ts'
import { uploadActions } from './upload-actions.ts'

export interface ComposeDeps {
  readonly stores: Stores
  readonly api: Api
  readonly clock: Clock
  readonly random: Random
  readonly shelf: Shelf
  /** What this tab keeps. */
  tabShelf(): Shelf
  /** Opens the socket's part; a fake one in tests. @param enter gets the visitor's cookie */
  load(enter: Enter): Promise<LiveLine>
}

export function compose(deps: ComposeDeps): Actions {
  const { stores, api } = deps
  const enter = makeEnter(api, stores)
  let loaded: Promise<LiveLine> | null = null
  const live = () => {
    loaded ??= deps.load(enter).catch((cause: unknown) => {
      loaded = null
      stores.connection.setState({ status: 'no-code' })
      throw cause
    })
    return loaded
  }
  /** The handshake reads the cookie: when that changed, an open line is made anew. */
  const renew = async () => {
    if (loaded) (await loaded).line.renew()
  }
  const send: Actions['upload']['file'] = (city, file, onSent) =>
    sendFile(city, file, stores, (then, ms) => setTimeout(then, ms), onSent)
  const pictures = stillTaker({
    api,
    send,
    take: async (near) => (await import('../hall/stills/in-studio.ts')).takeInStudio(near),
  })
  return {
    person: personActions(api, stores, enter, renew),
    hall: hallActions(deps, live, enter),
    session: sessionActions(deps, live, enter, renew),
    desk: deskActions(api),
    upload: {
      ...uploadActions(api, stores),
      file: send,
      pictures: (city) => void pictures(city).catch((cause: unknown) => reportError(cause)),
    },
    studio: studioActions({
      api,
      stores,
      clock: deps.clock,
      random: deps.random,
      lock: async (booth, section) => (await live()).line.ask('booth:lock', { booth, section }),
      later: (then, ms) => setTimeout(then, ms),
      shelf: deps.tabShelf,
    }),
    set(change) {
      stores.settings.setState(change)
      if (change.showName !== undefined) void loaded?.then(({ keeper }) => keeper.tellShowName())
    },
    say: (text, tone) => stores.notice.setState((state) => withNotice(state, text, tone)),
    hush: (notice) => stores.notice.setState((state) => withoutNotice(state, notice)),
  }
}

function deskActions(api: Api): DeskActions {
  return {
    makeLink: (role, name) => api.post('/api/links', { role, name }),
    async staff() {
      const reply = await api.get('/api/staff')
      return reply.ok ? { ok: true, value: reply.value.staff } : reply
    },
    removeStaff: (person) => api.post('/api/staff/remove', { person }),
    house: () => api.get('/api/house'),
    setHouse: (change) => api.post('/api/house', change),
    async booths() {
      const reply = await api.get('/api/booths/queue')
      return reply.ok ? { ok: true, value: reply.value.booths } : reply
    },
    booth: (booth, command) => api.post('/api/booth/command', { booth, command }),
    version: (booth, n) => api.post('/api/booth/version', { booth, n }),
  }
}

function hallActions({ stores, api }: ComposeDeps, live: () => Promise<LiveLine>, enter: Enter): HallActions {
  return {
    async open(figure) {
      const [{ keeper }] = await Promise.all([live(), enterOnce(stores, enter)])
      await keeper.open(figure)
    },
    here: (spot) => stores.hall.setState({ here: spot }),
    async look(city) {
      const reply = await api.booth(city, stores.hall.getState().booths[city]?.revision ?? 0)
      if (reply.ok) stores.hall.setState((hall) => withShown(hall, reply.value))
      return reply
    },
  }
}

/** The cookie has to be there before the socket's handshake; a stage screen's machine login is one as well. */
async function enterOnce(stores: Stores, enter: Enter): Promise<void> {
  if (!stores.person.getState().known) await enter()
}

function sessionActions(
  deps: ComposeDeps,
  live: () => Promise<LiveLine>,
  enter: Enter,
  renew: () => Promise<void>,
): SessionActions {
  const { stores, api, random } = deps
  const send = async (body: CommandBody): Promise<Outcome<unknown>> => {
    const { id: session } = stores.session.getState()
    if (!session) return NO_LINE
    const command = { ...body, id: makeId<CommandId>(random) } as SessionCommand
    const { commands } = await live()
    return commands.send(session, command)
  }
  const asked = async <T>(run: (session: SessionId, live: LiveLine) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const { id } = stores.session.getState()
    return id ? run(id, await live()) : NO_LINE
  }
  return {
    async list() {
      const reply = await api.get('/api/sessions')
      if (!reply.ok) return reply
      stores.hall.setState({ sessions: reply.value.sessions })
      return { ok: true, value: reply.value.sessions }
    },
    join: async (session) => (await live()).keeper.join(session),
    leave: () => void live().then(({ keeper }) => keeper.leave()),
    async joinByCode(code) {
      await enterOnce(stores, enter)
      const reply = await asVisitor(enter, () => api.post('/api/join-code', { code }))
      if (reply.ok) await renew()
      return reply.ok ? { ok: true, value: reply.value.session } : reply
    },
    async joinAsStage(session, key) {
      const reply = await api.post('/api/stage', { session, key })
      if (reply.ok) await renew()
      stores.person.setState({ known: reply.ok })
      return reply.ok ? { ok: true, value: reply.value.session } : reply
    },
    command: send,
    ask: (text) => send({ type: 'question:ask', question: makeId<QuestionId>(random), text }),
    async vote(question, up) {
      const reply = await send({ type: 'question:vote', question: question as QuestionId, up })
      if (reply.ok) stores.session.setState((slot) => withOwnVote(slot, question, up))
      return reply
    },
    async choose(poll, option) {
      const reply = await send({ type: 'poll:vote', poll: poll as PollId, option })
      if (reply.ok) stores.session.setState((slot) => withOwnChoice(slot, poll, option))
      return reply
    },
    draftPoll: (question, options, openResults) =>
      send({ type: 'poll:draft', poll: makeId<PollId>(random), question, options: [...options], openResults }),
    follow(mode) {
      const answered = stores.session.getState().joined?.state.invitation ?? 0
      stores.session.setState({ follow: mode, answered })
      void asked((session, { line }) => line.ask('session:follow', { session, mode }))
    },
    react: (reaction) => asked((session, { line }) => line.ask('session:react', { session, reaction })),
    people: (page) => asked((session, { line }) => line.ask('session:people', { session, page })),
    plan: (kind, title, plannedFor) =>
      api.post('/api/sessions', { kind, title, ...(plannedFor === null ? {} : { plannedFor }) }),
    links: (session) => api.post('/api/sessions/links', { session }),
  }
}
