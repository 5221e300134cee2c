// One seat of the audience in two levels. The client draws it 120 times (hall-plan.ts, AUDIENCE) in the light of the probes.

import { drawSeat } from '../booth/seat.ts'
import { paint } from '../kit/material.ts'
import { newPart, type Part, type Scene } from '../kit/part.ts'
import { Pen } from '../kit/pen.ts'
import { rod } from '../kit/shapes.ts'

const CLOTH = paint('#c0b4a2', 0.9, 4)
const LEG = paint('#a9855c', 0.55)

/** `seat` and `seat-far`: on y 0, looking to −z. */
export function drawAudienceSeats(scene: Scene): readonly [Part, Part] {
  const [near, far] = [newPart('seat'), newPart('seat-far')]
  drawSeat(new Pen(scene, near), { cloth: CLOTH, fine: 12 })
  const pen = new Pen(scene, far)
  drawSeat(pen, { cloth: CLOTH, fine: 6, legs: false })
  for (const x of [-0.22, 0.22])
    for (const z of [-0.22, 0.22]) rod(pen, [x, 0, z], [x * 0.8, 0.36, z * 0.8], 0.014, LEG, 3)
  return [near, far]
}
