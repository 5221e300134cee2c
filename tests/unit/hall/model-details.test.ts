// Which level each city's own model gets when all of them are as heavy as they may be.

import { expect, it } from 'vitest'
import { type Chosen, chooseDetails, ModelDetails, roomForModels } from '../../../client/hall/booth/model-details.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { VIEW_POINTS } from '../../../shared/hall/view-points.ts'
import { LEVEL_BUDGETS } from '../../../shared/model/limits.ts'
import type { Pose } from '../../../shared/pose/pose.ts'
import { must } from '../../support/must.ts'

const FULL = {
  near: LEVEL_BUDGETS.near.triangles,
  mid: LEVEL_BUDGETS.mid.triangles,
  far: LEVEL_BUDGETS.far.triangles,
}
const LIGHT = { near: 9_000, mid: 4_000, far: 900 }

const standing = (triangles: Chosen['triangles'], ids?: readonly string[]): Chosen[] =>
  PLOTS.filter(({ id }) => id !== 'guest' && (ids?.includes(id) ?? true)).map((plot) => ({
    plot,
    triangles,
    detail: 'far',
    mirrored: false,
  }))

/** Whether a wide screen could show it: by the angle to its middle, or so near that it reaches in from beside the eye. */
function couldBeSeen({ x, z }: { readonly x: number; readonly z: number }, eye: Pose): boolean {
  const distance = Math.hypot(x - eye.x, z - eye.z)
  const ahead = -(x - eye.x) * Math.sin(eye.yaw) - (z - eye.z) * Math.cos(eye.yaw)
  return distance < 9 || ahead > distance * Math.cos((70 * Math.PI) / 180)
}

const drawn = (models: readonly Chosen[], eye: Pose) =>
  models
    .filter(({ plot }) => couldBeSeen(plot, eye))
    .reduce((sum, { triangles, detail, mirrored }) => sum + triangles[detail] + (mirrored ? triangles.far : 0), 0)

const chosen = (models: Chosen[], eye: Pose) => {
  chooseDetails(models, eye)
  return new Map(models.map((model) => [model.plot.id, model]))
}

const AT_HEZE = must(VIEW_POINTS.find(({ id }) => id === 'inside-heze')).pose

it('[HALL-24] 23 models at their full limits stay within what the hall leaves them, from every view point and to all sides', () => {
  for (const { pose } of VIEW_POINTS)
    for (let turn = 0; turn < 8; turn++) {
      const eye = { ...pose, yaw: pose.yaw + (turn * Math.PI) / 4 }
      const models = standing(FULL)
      chooseDetails(models, eye)
      expect(drawn(models, eye)).toBeLessThanOrEqual(roomForModels(models.length))
    }
})

it('[HALL-24] light models get what their nearness asks for: the nearest near, two mid, the others far', () => {
  const models = standing(LIGHT)
  const by = chosen(models, AT_HEZE)
  expect(by.get('heze')?.detail).toBe('near')
  expect(models.filter(({ detail }) => detail === 'mid')).toHaveLength(2)
  expect(models.filter(({ detail }) => detail === 'far')).toHaveLength(20)
  expect(by.get('heze')?.mirrored).toBe(true)
})

it('[HALL-24] where it does not go round the nearest is served first, and with the next lower level rather than none', () => {
  const models = standing(FULL)
  const by = chosen(models, must(VIEW_POINTS.find(({ id }) => id === 'nave-from-west')).pose)
  expect(by.get('haibei')?.detail).toBe('mid')
  expect(models.filter(({ detail }) => detail !== 'far').map(({ plot }) => plot.id)).toEqual(['haibei'])
})

it('[HALL-24] what is out of view takes nothing from what is in it', () => {
  // The nearest two stand behind the eye, at levels that the frame would have no room for.
  const by = chosen(standing(FULL, ['kashgar', 'haibei', 'longnan']), {
    ...{ x: -25, y: 0, z: 0, yaw: -Math.PI / 2, pitch: 0 },
  })
  expect(['kashgar', 'haibei', 'longnan'].map((id) => by.get(id)?.detail)).toEqual(['near', 'mid', 'mid'])
})

it('[HALL-24] the choice is made again when the eye has moved or turned, and when a model comes or goes', () => {
  const [heze, weihai] = ['heze', 'weihai'].map((id) => must(PLOTS.find((plot) => plot.id === id)))
  const details = new ModelDetails()
  const first = details.add(must(heze), 'h', LIGHT)
  details.update(AT_HEZE)
  expect(first.detail).toBe('near')
  const second = details.add(must(weihai), 'w', LIGHT)
  details.update(AT_HEZE)
  expect(second.detail).toBe('far')
  details.update({ ...AT_HEZE, x: must(weihai).x - 4, z: must(weihai).z + 5 })
  expect([first.detail, second.detail]).toEqual(['mid', 'near'])
  details.remove(second)
  details.update({ ...AT_HEZE, x: must(weihai).x - 4, z: must(weihai).z + 5 })
  expect(first.detail).toBe('mid')
})

it('[HALL-24] a step and a turn are enough for that', () => {
  const heze = must(PLOTS.find(({ id }) => id === 'heze'))
  const details = new ModelDetails()
  const model = details.add(heze, 'h', FULL)
  const at = (metres: number, yaw = 0) => {
    details.update({ x: heze.x, y: 0, z: heze.z + metres, yaw, pitch: 0 })
    return model.detail
  }
  expect([at(33.8), at(34.5), at(12), at(12, Math.PI)]).toEqual(['mid', 'far', 'mid', 'near'])
})
