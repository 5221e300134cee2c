// From where the pictures of a model are taken, and what a picture must be to be believed.

import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { stillViews } from '../../../client/hall/stills/views.ts'
import { STILL, STILLS } from '../../../shared/model/stills.ts'

const ASPECT = STILL.width / STILL.height

/** The farthest corner from the picture's middle, in half pictures. */
function reach(view: ReturnType<typeof stillViews>[number], { x, y, z }: { x: number; y: number; z: number }): number {
  const camera = new PerspectiveCamera(view.fov, ASPECT, 0.1, 300)
  camera.position.set(...view.eye)
  camera.lookAt(...view.at)
  camera.updateMatrixWorld()
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((k) =>
    new Vector3((k & 1 ? 0.5 : -0.5) * x, k & 2 ? y : 0, (k & 4 ? 0.5 : -0.5) * z).project(camera),
  )
  return Math.max(...corners.flatMap((corner) => [Math.abs(corner.x), Math.abs(corner.y)]))
}

describe('where the pictures are taken from', () => {
  it('[MODEL-141] six places at eye height: the model is whole in five and fills them, and is seen from near in one', () => {
    for (const size of [
      { x: 6.6, y: 5, z: 6.6 },
      { x: 0.4, y: 2.4, z: 0.4 },
      { x: 6, y: 0.3, z: 1 },
    ]) {
      const views = stillViews(size, ASPECT)
      expect(views).toHaveLength(STILLS)
      for (const { eye } of views) expect(eye[1]).toBeCloseTo(1.626)
      for (const view of views.slice(0, 5)) {
        expect(reach(view, size)).toBeGreaterThan(0.8)
        expect(reach(view, size)).toBeLessThan(0.96)
      }
      const [, front, , , , near] = views
      expect(Math.hypot(near?.eye[0] ?? 0, near?.eye[2] ?? 0)).toBeGreaterThan(size.z / 2)
      expect(near?.eye[2]).toBeLessThan(front?.eye[2] ?? 0)
    }
  })

  it('[MODEL-141] the eye is always outside the model’s box', () => {
    const size = { x: 6.6, y: 0.2, z: 6.6 }
    for (const { eye } of stillViews(size, ASPECT)) {
      expect(Math.abs(eye[0]) > size.x / 2 || Math.abs(eye[2]) > size.z / 2).toBe(true)
    }
  })
})
