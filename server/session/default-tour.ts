// The ready tour: the 23 cities along the ribbon, west to east, each from where one sees the whole booth.

import { cityById } from '../../shared/hall/cities.ts'
import { PLOTS, type Plot } from '../../shared/hall/layout.ts'
import { approachPose } from '../../shared/hall/where.ts'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import type { CueId } from '../../shared/kit/id.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { Rundown } from '../../shared/session/rundown.ts'

export const DEFAULT_TOUR_TITLE: Bilingual = { zh: '沿丝带导览：二十三城', en: 'Along the ribbon: 23 cities' }

/** Planned minutes of one stop. */
const STOP_MINUTES = 2

/** The approach is 5.6 m before the plot's middle; people are at a booth up to 5.5 m before it. */
const STEP_NEARER = 0.4

/** A stop for each city's plot, in the order in which the ribbon passes them; the guest plot is none. */
export function ribbonTour(): Rundown {
  return PLOTS.flatMap((plot) => {
    const city = cityById(plot.id)
    if (!city) return []
    const where = { kind: 'stop' as const, spot: plot.id, pose: stopPose(plot) }
    return [{ id: `stop-${plot.id}` as CueId, title: city.name, where, minutes: STOP_MINUTES }]
  })
}

/** From where one sees the whole booth, a step nearer: what still counts as being at it. */
function stopPose(plot: Plot): Pose {
  const pose = approachPose(plot)
  const side = Math.sign(plot.z - pose.z)
  return { ...pose, z: pose.z + side * STEP_NEARER }
}
