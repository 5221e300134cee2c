// What was made of the drafted upload, asked of the server once for each; and the booth as the hall would show it with the draft.

import { useCallback, useMemo } from 'react'
import { ownOf } from '../../../shared/booth/board.ts'
import type { BoothModel, BoothSummary, ModelPlace } from '../../../shared/booth/booth.ts'
import { CITIES } from '../../../shared/hall/cities.ts'
import type { MadeModel } from '../../../shared/protocol/http.ts'
import type { Outcome, Refused } from '../../state/outcome.ts'
import { useActions, useNoun } from '../../ui/use-app.tsx'
import { useAsked } from '../../ui/use-asked.ts'

export interface Made {
  /** Null while it is not known, and where the draft has no model. */
  readonly made: (MadeModel & { readonly upload: string }) | null
  readonly refused: Refused | null
  again(): Promise<void>
}

export function useMade(upload: string | null): Made {
  const { studio } = useActions()
  const ask = useCallback(async (): Promise<Outcome<(MadeModel & { readonly upload: string }) | null>> => {
    if (upload === null) return { ok: true, value: null }
    const reply = await studio.model(upload)
    return reply.ok ? { ok: true, value: { ...reply.value, upload } } : reply
  }, [studio, upload])
  const { value, refused, again } = useAsked(ask)
  return { made: value?.upload === upload ? value : null, refused, again }
}

/** The booth as the hall shows it now; its plain default one while the line is not there yet. */
export function useShownBooth(city: string): BoothSummary {
  const told = useNoun('hall', (hall) => hall.booths[city])
  return useMemo(() => told ?? emptyBooth(city), [told, city])
}

/** The same booth with what is drafted: the model in its place, the gate's colour and logo, the first panel. */
export function useDraftBooth(shown: BoothSummary, model: BoothModel | null, asked: ModelPlace): BoothSummary {
  const front = useNoun('studio', ({ parts }) => parts?.front.mine)
  const panels = useNoun('studio', ({ parts }) => parts?.panels.mine)
  const spots = useNoun('studio', ({ parts }) => parts?.spots.mine)
  const own = useMemo(() => (front && panels && spots ? ownOf({ front, panels, spots }) : null), [front, panels, spots])
  const { x, z, yaw, scale } = asked
  return useMemo(
    () => ({ ...shown, own: own ?? shown.own, model: model && { ...model, place: { x, z, yaw, scale } } }),
    [shown, own, model, x, z, yaw, scale],
  )
}

function emptyBooth(city: string): BoothSummary {
  const name = CITIES.find(({ id }) => id === city)?.name ?? { zh: city, en: city }
  return { id: city, name, summary: { zh: '', en: '' }, summaryIsSample: true, model: null, own: null, revision: 0 }
}
