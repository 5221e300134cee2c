// A logo on its lintel: clear of the name on every portal, within the lintel, its aspect kept, on a field it is seen on.

import { expect, it } from 'vitest'
import { fieldFor, placeOnLintel } from '../../../client/hall/booth/logo-drawing.ts'
import { loadLetters, textWidth } from '../../../models/build/kit/letters.ts'
import { LINTEL, PORTAL } from '../../../shared/hall/booth-plan.ts'
import { CITIES } from '../../../shared/hall/cities.ts'
import { fromPlot, plotById } from '../../../shared/hall/layout.ts'
import { must } from '../../support/must.ts'

it('[HALL-37] hangs on the lintel clear of the name, whatever the city and the aspect', async () => {
  const letters = await loadLetters(CITIES.map(({ name }) => name.zh + name.en.toUpperCase()).join(''))
  for (const { id, name } of CITIES) {
    const plot = must(plotById(id))
    const written =
      textWidth(letters, name.zh, { size: 0.5, track: 40 }) +
      0.16 +
      textWidth(letters, name.en.toUpperCase(), { size: 0.25, track: 60 })
    for (const aspect of [0.3, 1, 2, 6]) {
      const { x, y, z, width, height, side } = placeOnLintel(plot, aspect)
      expect(width / height).toBeCloseTo(aspect)
      // Along the lintel, from the left end for who reads it.
      const middle = fromPlot(plot, LINTEL.x, LINTEL.z)
      const left = side * (x - middle.x) + LINTEL.width / 2 - width / 2
      expect(left - (0.14 + written), id).toBeGreaterThan(0.02)
      expect(left + width).toBeLessThan(LINTEL.width - 0.1)
      expect([y - height / 2 > LINTEL.y + 0.05, y + height / 2 < LINTEL.y + LINTEL.height - 0.05]).toEqual([true, true])
      // Before its face, on the side that is read.
      expect(side * (z - middle.z)).toBeCloseTo(PORTAL.depth / 2 + 0.016)
    }
  }
})

const pixels = (...list: readonly (readonly number[])[]) => new Uint8ClampedArray(list.flat())

it('[HALL-37] a picture with a ground of its own goes on with it', () => {
  const red = [200, 30, 20, 255]
  expect(fieldFor(pixels(red, [0, 0, 0, 255], red, red, [0, 0, 0, 255], red), 3)).toBe('rgb(200 30 20)')
})

it('[HALL-37] a light logo without a ground is seen on a dark field, any other on a light one', () => {
  const none = [0, 0, 0, 0]
  expect(fieldFor(pixels(none, [255, 255, 250, 255], none, none), 2)).toBe('#3a3733')
  expect(fieldFor(pixels(none, [20, 60, 120, 255], none, none), 2)).toBe('#f7f5f0')
  expect(fieldFor(pixels(none, none, none, none), 2)).toBe('#f7f5f0')
})
