// What is asked of booths while the server runs: each thing decided on what is stored, stored, then told; and what was scheduled is
// shown when its time comes.

import {
  type BoothContent,
  contentFaults,
  EMPTY_CONTENT,
  filesOf,
  type Section,
  type SectionSave,
} from '../../shared/booth/content.ts'
import { type BoothActor, type BoothCommand, type BoothLife, decideBooth, dueBooth } from '../../shared/booth/life.ts'
import type { Clock } from '../../shared/kit/clock.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { Bases } from '../../shared/protocol/http.ts'
import { type Refusal, type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Log } from '../log.ts'
import { type BoothLog, type BoothLogs, openBoothLogs } from './booth-log.ts'
import { createClockwork } from './clockwork.ts'
import { contentOf, type Draft, type LifeRow, type LifeStore } from './life-store.ts'

export interface BoothLivesDeps {
  readonly store: LifeStore
  readonly clock: Clock
  readonly log: Log
  /** Whether what a city submits waits for the desk. */
  readonly review: () => boolean
  /** Whether this upload was accepted for this booth. */
  readonly hasModel: (booth: string, upload: string) => Promise<boolean>
  /** Whether this file is the city's. */
  readonly hasFile: (booth: string, hash: string) => Promise<boolean>
  /** A section of a draft was written. */
  readonly onDraft: (change: { readonly booth: string; readonly section: Section; readonly revision: number }) => void
  /** A booth's life went on; `seen`: what the hall shows of it is another now. */
  readonly onLife: (booth: string, seen: boolean) => void
}

export interface BoothLives {
  draft(booth: string): Promise<Draft | null>
  log(booth: string): readonly LifeRow[]
  life(booth: string): BoothLife | null
  version(booth: string, n: number): Promise<BoothContent | null>
  /** @param base the revision of the section that was read before it was changed */
  save(booth: string, base: number, save: SectionSave, person: PersonId): Promise<Reply<{ readonly revision: number }>>
  /** Puts a whole content into the draft in one step, each section that differs on its base; all or nothing. */
  replace(booth: string, bases: Bases, content: BoothContent, person: PersonId): Promise<Reply<null>>
  command(booth: string, command: BoothCommand, actor: BoothActor): Promise<Reply<null>>
  /** An upload was accepted: it stands in the draft, and where nothing waits for the desk it is shown at once. */
  accepted(booth: string, upload: string, person: PersonId): Promise<void>
  /** Shows what has come due, and from now on whatever comes due. */
  start(): Promise<void>
  /** Ends the clock and waits for what is under way. */
  stop(): Promise<void>
}

/** Reads every booth's log. */
export async function createBoothLives(deps: BoothLivesDeps): Promise<BoothLives> {
  const { store, clock, log } = deps
  const logs = await openBoothLogs({
    store,
    clock,
    onLife: (booth, seen) => {
      deps.onLife(booth, seen)
      clockwork.set()
    },
  })
  const clockwork = createClockwork(logs.nextDue, clock, () => showDue(logs, clock, log))
  return {
    ...asked(logs, deps),
    life: (booth) => logs.of(booth)?.life ?? null,
    log: (booth) => logs.of(booth)?.rows ?? [],
    draft: async (booth) => (logs.of(booth) ? await store.draft(booth) : null),
    version: (booth, n) => store.version(booth, n),
    start: async () => {
      await showDue(logs, clock, log)
      clockwork.start()
    },
    stop: async () => {
      clockwork.stop()
      await logs.idle()
    },
  }
}

function asked(logs: BoothLogs, deps: BoothLivesDeps): Pick<BoothLives, 'save' | 'replace' | 'command' | 'accepted'> {
  const save: BoothLives['save'] = async (booth, base, saved, person) =>
    (await logs.of(booth)?.inTurn(() => keep(booth, base, saved, person, deps))) ?? refuse('booth.unknown')
  const command: BoothLives['command'] = async (booth, given, actor) => {
    const log = logs.of(booth)
    return log ? await log.inTurn(() => obey(log, given, actor, deps)) : refuse('booth.unknown')
  }
  return {
    save,
    replace: async (booth, bases, content, person) =>
      (await logs.of(booth)?.inTurn(() => replaceDraft(booth, bases, content, person, deps))) ??
      refuse('booth.unknown'),
    command,
    accepted: async (booth, upload, person) => {
      // Somebody may place the former model just now: what was uploaded last stands.
      for (let tries = 0, stands = false; tries < 3 && !stands; tries++) {
        const { revision, body } = (await deps.store.draft(booth)).model
        const fresh = { upload, x: 0, z: 0, yaw: 0, scale: 1 }
        stands = body.upload === upload || (await save(booth, revision, { section: 'model', body: fresh }, person)).ok
      }
      if (deps.review() || (await shownModel(booth, logs, deps)) === upload) return
      await command(booth, { type: 'submit', showAt: null }, { person, desk: false })
    },
  }
}

async function keep(
  booth: string,
  base: number,
  save: SectionSave,
  person: PersonId,
  { store, clock, hasModel, hasFile, onDraft }: BoothLivesDeps,
): Promise<Reply<{ readonly revision: number }>> {
  const no = await notTheirs(booth, { ...EMPTY_CONTENT, [save.section]: save.body }, { hasModel, hasFile })
  if (no) return no
  const revision = await store.save(booth, base, save, person, clock())
  if (revision === null) return refuse('booth.changed-meanwhile')
  onDraft({ booth, section: save.section, revision })
  return value({ revision })
}

async function replaceDraft(
  booth: string,
  bases: Bases,
  content: BoothContent,
  person: PersonId,
  { store, clock, hasModel, hasFile, onDraft }: BoothLivesDeps,
): Promise<Reply<null>> {
  const no = await notTheirs(booth, content, { hasModel, hasFile })
  if (no) return no
  const written = await store.replace(booth, bases, content, person, clock())
  if (written === null) return refuse('booth.changed-meanwhile')
  for (const change of written) onDraft({ booth, ...change })
  return value(null)
}

/** Whether a content names a model or a file that is not the city's. */
async function notTheirs(
  booth: string,
  content: BoothContent,
  { hasModel, hasFile }: Pick<BoothLivesDeps, 'hasModel' | 'hasFile'>,
): Promise<Refusal | null> {
  const { upload } = content.model
  if (upload !== null && !(await hasModel(booth, upload))) return refuse('booth.model-unknown')
  for (const file of filesOf(content)) if (!(await hasFile(booth, file))) return refuse('booth.file-unknown')
  return null
}

async function obey(
  log: BoothLog,
  command: BoothCommand,
  actor: BoothActor,
  { store, review, clock }: BoothLivesDeps,
): Promise<Reply<null>> {
  const answer = decideBooth(log.life, command, actor, { review: review() }, clock())
  if ('ok' in answer) return answer
  const content = command.type === 'submit' ? contentOf(await store.draft(log.booth)) : null
  const faults = content ? contentFaults(content) : []
  if (faults.length > 0) return refuse('booth.not-ready', { count: faults.length })
  await log.append(answer, actor.person, content)
  return value(null)
}

async function shownModel(booth: string, logs: BoothLogs, { store }: BoothLivesDeps): Promise<string | null> {
  const n = logs.of(booth)?.life.shown ?? null
  return n === null ? null : ((await store.version(booth, n))?.model.upload ?? null)
}

async function showDue(logs: BoothLogs, clock: Clock, log: Log): Promise<void> {
  for (const one of logs.all()) {
    const show = one.inTurn(async () => {
      const events = dueBooth(one.life, clock())
      if (events.length > 0) await one.append(events, null, null)
    })
    await show.catch((err: unknown) => log.error({ err, booth: one.booth }, 'what was scheduled could not be shown'))
  }
}
