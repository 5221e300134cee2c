// An accepted upload that is made anew because its city said what unit its numbers are in: another upload of the same kept bytes, so
// that what versions show stays as it was. Also says what was made of an upload.

import { type LineId, makeId, type PersonId } from '../../shared/kit/id.ts'
import { remarkSchema } from '../../shared/model/summary.ts'
import { UNIT_DOUBT, type UnitName, unitDoubt } from '../../shared/model/units.ts'
import type { MadeModel } from '../../shared/protocol/http.ts'
import { type Reply, refuse, value } from '../../shared/protocol/refusal.ts'
import type { Intake } from './intake.ts'
import type { ModelStore, UploadRow } from './model-store.ts'
import type { ModelDeps } from './ports.ts'

/** Uploads of one city that may be under way at once. */
export const OPEN_MAX = 5

export interface Anew {
  /** What was made of the city's upload; null where it was not accepted, or is gone. */
  made(city: string, upload: string): Promise<MadeModel | null>
  /**
   * Takes the city's word on the unit of an accepted upload: where it was taken so already, the doubt is gone; else it is made anew.
   * Answers the upload that is right then.
   */
  unit(city: string, upload: string, unit: UnitName, person: PersonId): Promise<Reply<{ readonly upload: string }>>
}

export function createAnew(deps: Pick<ModelDeps, 'clock' | 'random'>, store: ModelStore, intake: Intake): Anew {
  const accepted = async (city: string, upload: string) => {
    const row = await store.upload(upload)
    const model = row?.city === city ? (await store.models([upload])).get(upload) : undefined
    return row && model ? { row, model, findings: findingsOf(row) } : null
  }
  return {
    async made(city, upload) {
      const found = await accepted(city, upload)
      return found && { model: found.model, findings: found.findings }
    },
    async unit(city, upload, unit, person) {
      const found = await accepted(city, upload)
      if (!found?.row.source) return refuse('booth.model-unknown')
      const { row, findings } = found
      if (unitDoubt(findings)?.taken === unit) {
        const sure = findings.filter(({ code }) => code !== UNIT_DOUBT)
        await store.change(upload, { findings: sure }, deps.clock())
        return value({ upload })
      }
      if ((await store.open(city)) >= OPEN_MAX) return refuse('wire.too-often')
      const id = makeId<LineId>(deps.random)
      const { name, bytes, source } = row
      await store.add({ id, city, person, name, bytes, kind: 'model', source, unit }, deps.clock())
      await intake.take(id)
      return value({ upload: id })
    },
  }
}

const findingsOf = ({ findings }: UploadRow) => remarkSchema.array().parse(JSON.parse(findings ?? '[]'))
