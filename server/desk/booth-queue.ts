// The operator's list of booths: what waits for the desk and what the house itself found in it, what is shown, what was taken down.

import { type BoothContent, filesOf } from '../../shared/booth/content.ts'
import { CITIES } from '../../shared/hall/cities.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import type { BoothRow, By, VersionChecks } from '../../shared/protocol/http.ts'
import { value } from '../../shared/protocol/refusal.ts'
import type { BoothLives } from '../booth/booth-lives.ts'
import type { GetHandlers } from '../http/gets.ts'
import type { Models } from '../model/models.ts'
import { notOperator } from './operator.ts'

export interface QueueDeps {
  readonly lives: Pick<BoothLives, 'life' | 'log' | 'version'>
  /** Names of people by id, of those who have one. */
  readonly names: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>
  /** An upload with its findings and its report. */
  readonly upload: (id: string) => Promise<ModelProgress | undefined>
  /** Models of uploads, by upload. */
  readonly models: Models['models']
}

export function queueGets({ lives, names, upload, models }: QueueDeps): Pick<GetHandlers, '/api/booths/queue'> {
  return {
    '/api/booths/queue': async (who) => {
      const no = notOperator(who)
      if (no) return no
      const found = CITIES.flatMap(({ id: booth }) => {
        const life = lives.life(booth)
        return life && life.versions.length > 0 ? [{ booth, life, row: submittedRow(lives, booth) }] : []
      })
      const known = await names([...new Set(found.flatMap(({ row }) => row?.person ?? []))])
      const booths: BoothRow[] = []
      for (const { booth, life, row } of found) {
        const { person, at } = row ?? { person: null, at: 0 }
        const submitted: By | null = row && { person, name: (person && known.get(person)) ?? null, at }
        const waiting = row?.event.type === 'submitted' ? await lives.version(booth, row.event.n) : null
        const seen = waiting ?? (life.shown === null ? null : await lives.version(booth, life.shown))
        const checks = waiting && (await checksOf(waiting, upload))
        booths.push({ booth, life, submitted, checks, thumbnail: seen && (await thumbnailOf(seen, models)) })
      }
      return value({ booths })
    },
  }
}

/** The row of the log with which the version came that waits now. */
function submittedRow(lives: QueueDeps['lives'], booth: string) {
  const waiting = lives.life(booth)?.versions.find(({ state }) => state === 'submitted')
  return lives.log(booth).find(({ event }) => event.type === 'submitted' && event.n === waiting?.n) ?? null
}

async function thumbnailOf({ model }: BoothContent, models: QueueDeps['models']): Promise<string | null> {
  if (model.upload === null) return null
  return (await models([model.upload])).get(model.upload)?.thumbnail ?? null
}

async function checksOf(content: BoothContent, upload: QueueDeps['upload']): Promise<VersionChecks> {
  const { model, panels, spots, products, projects, people } = content
  const counts = { panels, spots, products, projects, people }
  return {
    model: model.upload === null ? null : ((await upload(model.upload)) ?? null),
    counts: Object.fromEntries(
      Object.entries(counts).map(([section, things]) => [section, things.length]),
    ) as VersionChecks['counts'],
    files: filesOf(content).size,
  }
}
