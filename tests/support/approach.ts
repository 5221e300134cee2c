// Where one stands to see a whole booth, as a pose.

import { APPROACH_SPOT } from '../../shared/hall/booth-plan.ts'
import { fromPlot, type Plot } from '../../shared/hall/layout.ts'
import type { Pose } from '../../shared/pose/pose.ts'

export const APPROACH = (plot: Plot): Pose => ({
  ...fromPlot(plot, APPROACH_SPOT.x, APPROACH_SPOT.z),
  ...{ y: 0, yaw: plot.yaw, pitch: 0 },
})
