// The city's side of its booth: reading the draft, keeping a section, steps of the booth's life, earlier versions.

import { SECTIONS } from '../../shared/booth/content.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { BoothStudio } from '../../shared/protocol/http.ts'
import { type Refusal, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Me } from '../../shared/protocol/wire.ts'
import type { Who } from '../gateway/who.ts'
import type { PostHandlers } from '../http/posts.ts'
import type { Models } from '../model/models.ts'
import type { BoothLives } from './booth-lives.ts'
import { mayEdit } from './may-edit.ts'

type StudioPaths = Extract<keyof PostHandlers, `/api/booth/${string}`>

export interface StudioDeps {
  readonly lives: BoothLives
  readonly models: Pick<Models, 'imported' | 'importTaken' | 'made' | 'unit' | 'pictureless' | 'addPictures'>
  /** Names of people by id, of those who have one. */
  readonly names: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>
  /** Whether what a city submits waits for the desk. */
  readonly review: () => boolean
}

export function studioPosts(deps: StudioDeps): Pick<PostHandlers, StudioPaths> {
  const { lives, models } = deps
  return {
    '/api/booth/draft': async ({ booth }, { who }) => {
      const may = editor(who, booth)
      return 'ok' in may ? may : await studioOf(booth, deps)
    },
    '/api/booth/save': async ({ booth, base, save }, { who }) => {
      const may = editor(who, booth)
      return 'ok' in may ? may : await lives.save(booth, base, save, may.person)
    },
    '/api/booth/command': async ({ booth, command }, { who }) => {
      const may = editor(who, booth)
      if ('ok' in may) return may
      return await lives.command(booth, command, { person: may.person, desk: may.house.includes('operator') })
    },
    '/api/booth/version': async ({ booth, n }, { who }) => {
      const may = editor(who, booth)
      if ('ok' in may) return may
      const content = await lives.version(booth, n)
      return content ? value(content) : refuse('booth.unknown')
    },
    '/api/booth/model': async ({ booth, upload }, { who }) => {
      const may = editor(who, booth)
      if ('ok' in may) return may
      const made = await models.made(booth, upload)
      return made ? value(made) : refuse('booth.model-unknown')
    },
    '/api/booth/unit': async ({ booth, upload, unit }, { who }) => {
      const may = editor(who, booth)
      return 'ok' in may ? may : await models.unit(booth, upload, unit, may.person)
    },
    ...importPosts(deps),
    ...picturePosts(deps),
  }
}

/** A whole content that came as one zip: read before it is put into the draft, and put there. */
function importPosts({ lives, models }: StudioDeps): Pick<PostHandlers, '/api/booth/imported' | '/api/booth/bring-in'> {
  return {
    '/api/booth/imported': async ({ booth, upload }, { who }) => {
      const may = editor(who, booth)
      if ('ok' in may) return may
      const imported = await models.imported(booth, upload)
      return imported ? value(imported) : refuse('booth.import-gone')
    },
    '/api/booth/bring-in': async ({ booth, upload, bases }, { who }) => {
      const may = editor(who, booth)
      if ('ok' in may) return may
      const imported = await models.imported(booth, upload)
      if (!imported) return refuse('booth.import-gone')
      const reply = await lives.replace(booth, bases, imported.content, may.person)
      if (reply.ok) await models.importTaken(upload)
      return reply
    },
  }
}

/** Pictures of models, where no browser here takes them. */
function picturePosts({ models }: StudioDeps): Pick<PostHandlers, '/api/booth/pictureless' | '/api/booth/pictures'> {
  return {
    '/api/booth/pictureless': async ({ booth }, { who }) => {
      const may = editor(who, booth)
      return 'ok' in may ? may : value(await models.pictureless(booth))
    },
    '/api/booth/pictures': async ({ booth, upload, pictures }, { who }) => {
      const may = editor(who, booth)
      if ('ok' in may) return may
      return (await models.addPictures(booth, upload, pictures)) ? value(null) : refuse('booth.file-unknown')
    },
  }
}

/** Who asks, if they may change this booth, else why not. */
function editor(who: Who | null, booth: string): Me | Refusal {
  if (!who) return refuse('person.sign-in-needed')
  return mayEdit(who.me, booth) ? who.me : refuse('person.not-allowed')
}

async function studioOf(
  booth: string,
  { lives, names, review }: StudioDeps,
): Promise<Refusal | { readonly ok: true; readonly value: BoothStudio }> {
  const draft = await lives.draft(booth)
  const life = lives.life(booth)
  if (!draft || !life) return refuse('booth.unknown')
  const log = lives.log(booth)
  const people = [...SECTIONS.map((section) => draft[section].by?.person), ...log.map(({ person }) => person)]
  const known = await names([...new Set(people.flatMap((one) => one ?? []))])
  const by = (person: PersonId | null, at: number) => ({ person, name: (person && known.get(person)) ?? null, at })
  const sections = Object.fromEntries(
    SECTIONS.map((section) => {
      const { by: written, ...rest } = draft[section]
      return [section, { ...rest, by: written && by(written.person, written.at) }]
    }),
  ) as unknown as BoothStudio['sections']
  const history = log.map(({ seq, at, person, event }) => ({ seq, by: by(person, at), event })).reverse()
  return value({ sections, life, history, review: review() })
}
