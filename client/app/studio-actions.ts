// The studio's way to the server: reads a booth, sends what was edited section by section, one after the other, keeps what is unsaved
// through a reload, and gives commands.

import {
  type BoothContent,
  EMPTY_CONTENT,
  type ItemId,
  SECTIONS,
  type Section,
  type SectionSave,
} from '../../shared/booth/content.ts'
import type { BoothCommand } from '../../shared/booth/life.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import { type LineId, makeId, type Random } from '../../shared/kit/id.ts'
import type { Bases } from '../../shared/protocol/http.ts'
import type { BoothLock } from '../../shared/protocol/wire.ts'
import type { Api } from '../net/api.ts'
import type { Outcome } from '../state/outcome.ts'
import type { Shelf } from '../state/settings-store.ts'
import type { Stores } from '../state/stores.ts'
import {
  emptyStudio,
  hasUnsaved,
  isUnsaved,
  nextToSave,
  redone,
  undone,
  withBroughtIn,
  withChoice,
  withEdit,
  withLocks,
  withRestored,
  withSaved,
  withSaveRefused,
  withSending,
  withStudio,
} from '../state/studio-store.ts'
import type { Change, StudioActions } from '../ui/actions.ts'
import { keepDraft, readDraft } from '../ui/use-draft.ts'

/** A section is sent so long after its last change, milliseconds. */
const SEND_AFTER = 800
/** Without a line it is tried again so often. */
const AGAIN = 5_000

export interface StudioDeps {
  readonly api: Api
  readonly stores: Stores
  readonly clock: Clock
  readonly random: Random
  later(then: () => void, ms: number): ReturnType<typeof setTimeout>
  /** The tab's own. */
  shelf(): Shelf
  /** Says by the socket which section is edited here. */
  lock(booth: string, section: Section | null): Promise<Outcome<readonly BoothLock[]>>
}

export function studioActions(deps: StudioDeps): StudioActions {
  const { api, stores, clock, later } = deps
  const { studio, person } = stores
  keepUnsaved(deps)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let answered = 0
  const inBooth = (booth: string) => studio.getState().booth === booth
  const read = async (booth: string): Promise<Outcome<unknown>> => {
    const mine = ++asked
    const reply = await api.post('/api/booth/draft', { booth })
    // One that was asked later, perhaps for another booth, is here already.
    if (mine < answered) return reply
    answered = mine
    const first = !inBooth(booth)
    // Read before the store is set: with nothing unsaved in it, what was kept is let go.
    const kept = first ? readDraft(`studio.${booth}`, deps.shelf) : ''
    if (reply.ok) studio.setState((state) => withStudio(state, booth, reply.value))
    else studio.setState((state) => ({ ...(first ? emptyStudio : state), booth, refused: reply }))
    if (reply.ok && kept) {
      restore(kept, stores)
      sendSoon()
    }
    return reply
  }
  const sendSoon = (ms = SEND_AFTER) => {
    clearTimeout(timer)
    timer = later(() => void send(), ms)
  }
  const send = async (): Promise<void> => {
    const { booth, parts } = studio.getState()
    const section = nextToSave(studio.getState())
    if (!booth || !parts || !section) return
    const { base, mine } = parts[section]
    studio.setState((state) => withSending(state, section))
    const reply = await api.post('/api/booth/save', { booth, base, save: { section, body: mine } as SectionSave })
    if (!inBooth(booth)) return
    const ofLine = !reply.ok && reply.code.startsWith('line.')
    studio.setState({ away: ofLine })
    const me = person.getState().me
    if (reply.ok) {
      const by = me && { person: me.person, name: me.name, at: clock() }
      studio.setState((state) => withSaved(state, section, reply.value.revision, by))
    } else if (reply.code === 'booth.changed-meanwhile') {
      await read(booth)
    } else {
      studio.setState((state) => withSaveRefused(state, section, ofLine ? null : reply))
      if (ofLine) return sendSoon(AGAIN)
    }
    if (nextToSave(studio.getState())) sendSoon(0)
  }
  // What is done with the draft is done with what the server has: everything written here goes first.
  const sendAll = async (): Promise<boolean> => {
    clearTimeout(timer)
    for (let sends = 0; nextToSave(studio.getState()) && sends < 20; sends++) await send()
    return !hasUnsaved(studio.getState())
  }
  return {
    open: read,
    edit: <S extends Section>(section: S, change: Change<BoothContent[S]>, mark: string) => {
      studio.setState((state) => {
        const now = state.parts?.[section].mine as BoothContent[S] | undefined
        return now ? withEdit(state, section, changed(change, now), mark, clock()) : state
      })
      sendSoon()
    },
    undo: () => {
      studio.setState(undone)
      sendSoon()
    },
    redo: () => {
      studio.setState(redone)
      sendSoon()
    },
    choose: (section, whose) => {
      studio.setState((state) => withChoice(state, section, whose, clock()))
      sendSoon(0)
    },
    saveNow: () => {
      for (const section of unsent(stores)) studio.setState((state) => withSaveRefused(state, section, null))
      return send()
    },
    ...committing(deps, sendAll, read),
    ...asking(deps),
  }
}

/**
 * What is done with the whole draft as the server has it.
 * @param sendAll sends everything written here; whether the server has all of it then
 */
function committing(
  { api, stores: { studio }, clock }: StudioDeps,
  sendAll: () => Promise<boolean>,
  read: (booth: string) => Promise<unknown>,
): Pick<StudioActions, 'command' | 'bringIn'> {
  return {
    command: async (command: BoothCommand) => {
      const { booth } = studio.getState()
      if (!booth) return { ok: false, code: 'line.none' } as const
      if (!(await sendAll())) return { ok: false, code: 'booth.changed-meanwhile' } as const
      const reply = await api.post('/api/booth/command', { booth, command })
      await read(booth)
      return reply
    },
    bringIn: async (upload) => {
      const saved = await sendAll()
      const { booth, parts } = studio.getState()
      if (!booth || !parts) return { ok: false, code: 'line.none' } as const
      if (!saved) return { ok: false, code: 'booth.changed-meanwhile' } as const
      const bases = Object.fromEntries(SECTIONS.map((section) => [section, parts[section].base])) as unknown as Bases
      const reply = await api.post('/api/booth/bring-in', { booth, upload: upload as LineId, bases })
      await read(booth)
      if (reply.ok) studio.setState((state) => withBroughtIn(state, parts, clock()))
      return reply
    },
  }
}

/** What changes nothing of the draft. */
function asking({
  api,
  stores: { studio },
  lock,
  random,
}: StudioDeps): Pick<StudioActions, 'version' | 'model' | 'unit' | 'imported' | 'at' | 'newItem'> {
  const ofBooth = <T>(ask: (booth: string) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const { booth } = studio.getState()
    return booth ? ask(booth) : Promise.resolve({ ok: false, code: 'line.none' } as const)
  }
  return {
    version: (n) => ofBooth((booth) => api.post('/api/booth/version', { booth, n })),
    model: (upload) => ofBooth((booth) => api.post('/api/booth/model', { booth, upload })),
    unit: (upload, unit) => ofBooth((booth) => api.post('/api/booth/unit', { booth, upload, unit })),
    imported: (upload) => ofBooth((booth) => api.post('/api/booth/imported', { booth, upload: upload as LineId })),
    at: async (section) => {
      const { booth } = studio.getState()
      if (!booth) return
      const reply = await lock(booth, section)
      if (reply.ok) studio.setState((state) => withLocks(state, booth, reply.value))
    },
    newItem: () => makeId<ItemId>(random),
  }
}

interface Unsaved {
  readonly section: Section
  readonly base: number
  readonly body: unknown
}

/** Keeps what is unsaved in this tab, so that a reload, or a phone that threw the tab away, does not lose it. */
function keepUnsaved({ stores: { studio }, shelf }: StudioDeps): void {
  studio.subscribe(({ booth, parts }) => {
    if (!booth || !parts) return
    const unsaved = SECTIONS.filter((section) => isUnsaved(parts[section])).map((section) => {
      const { base, mine } = parts[section]
      return { section, base, body: mine }
    })
    keepDraft(`studio.${booth}`, unsaved.length > 0 ? JSON.stringify(unsaved) : '', shelf)
  })
}

function restore(kept: string, { studio }: Stores): void {
  try {
    const unsaved = JSON.parse(kept) as readonly Unsaved[]
    for (const { section, base, body } of unsaved) {
      // Of the kind that the section is: of another version of this page it may be anything.
      const fits = SECTIONS.includes(section) && Array.isArray(body) === Array.isArray(EMPTY_CONTENT[section])
      if (fits) studio.setState((state) => withRestored(state, section, base, body))
    }
  } catch {
    // Spoilt: the server's draft stands.
  }
}

function unsent({ studio }: Stores): readonly Section[] {
  const { parts } = studio.getState()
  if (!parts) return []
  return (Object.keys(parts) as Section[]).filter((section) => parts[section].refused !== null)
}

const changed = <T extends object>(change: Change<T>, now: T): T =>
  typeof change === 'function' ? change(now) : change
