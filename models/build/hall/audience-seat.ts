// One seat of the audience in two levels. The client draws it 120 times (hall-plan.ts, AUDIENCE) in the light of the probes.

import { drawSeat } from '../booth/seat.ts'
import { paint } from '../kit/material.ts'
import { at, newPart, type Part, type Scene } from '../kit/part.ts'
import { Pen } from '../kit/pen.ts'
import { rod } from '../kit/shapes.ts'

const CLOTH = paint('#d2c7b6', 0.9, 4)
const LEG = paint('#a9855c', 0.55)

/** `seat` and `seat-far`: on y 0, looking to −z. */
export function drawAudienceSeats(scene: Scene): readonly [Part, Part] {
  const [near, far] = [newPart('seat'), newPart('seat-far')]
  drawSeat(new Pen(scene, near), { cloth: CLOTH, fine: 18, back: [14, 4] })
  const pen = new Pen(scene, far)
  drawSeat(pen, { cloth: CLOTH, fine: 8, legs: false, back: [8, 2] })
  for (const x of [-0.22, 0.22])
    for (const z of [-0.22, 0.22]) rod(pen, [x, 0, z], [x * 0.8, 0.36, z * 0.8], 0.014, LEG, 3)
  for (const part of [near, far]) shade(part)
  return [near, far]
}

const ramp = (from: number, to: number, v: number) => Math.min(1, Math.max(0, (v - from) / (to - from)))

/** Seats are in no bake: what one part of a seat takes of another's light is painted on, or all are cut out of one cardboard. */
function shade(part: Part): void {
  part.material.forEach((material, i) => {
    const [y, z] = [at(part.position, 3 * i + 1), at(part.position, 3 * i + 2)]
    const top = at(part.normal, 3 * i + 1) > 0.5
    const share = top
      ? 1 - 0.3 * ramp(0, 0.26, z)
      : y < 0.34
        ? 0.5 + 0.4 * ramp(0, 0.34, y)
        : 0.66 + 0.34 * ramp(0.36, 0.72, y)
    const [r, g, b] = material.colour
    part.material[i] = { ...material, colour: [r * share, g * share, b * share] }
  })
}
