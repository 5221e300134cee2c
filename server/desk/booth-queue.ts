// The operator's list of booths: what waits for the desk, what is shown, what was taken down.

import { CITIES } from '../../shared/hall/cities.ts'
import type { PersonId } from '../../shared/kit/id.ts'
import type { BoothRow, By } from '../../shared/protocol/http.ts'
import { value } from '../../shared/protocol/refusal.ts'
import type { BoothLives } from '../booth/booth-lives.ts'
import type { GetHandlers } from '../http/gets.ts'
import { notOperator } from './operator.ts'

/** @param names names of people by id, of those who have one */
export function queueGets(
  lives: Pick<BoothLives, 'life' | 'log'>,
  names: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>,
): Pick<GetHandlers, '/api/booths/queue'> {
  return {
    '/api/booths/queue': async (who) => {
      const no = notOperator(who)
      if (no) return no
      const found = CITIES.flatMap(({ id: booth }) => {
        const life = lives.life(booth)
        return life && life.versions.length > 0 ? [{ booth, life, row: submittedRow(lives, booth) }] : []
      })
      const known = await names([...new Set(found.flatMap(({ row }) => row?.person ?? []))])
      const booths = found.map(({ booth, life, row }): BoothRow => {
        const { person, at } = row ?? { person: null, at: 0 }
        const submitted: By | null = row && { person, name: (person && known.get(person)) ?? null, at }
        return { booth, life, submitted }
      })
      return value({ booths })
    },
  }
}

/** The row of the log with which the version came that waits now. */
function submittedRow(lives: Pick<BoothLives, 'life' | 'log'>, booth: string) {
  const waiting = lives.life(booth)?.versions.find(({ state }) => state === 'submitted')
  return lives.log(booth).find(({ event }) => event.type === 'submitted' && event.n === waiting?.n) ?? null
}
