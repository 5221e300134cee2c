// What the client assumes of the built files.

import { expect, it } from 'vitest'
import { UV_STEPS as CLIENT_STEPS } from '../../../client/hall/look/uber-material.ts'
import { UV_STEPS } from '../../../models/build/write/mesh-data.ts'

it('[HALL-19] client and build agree on the steps of the material coordinates', () => {
  expect(CLIENT_STEPS).toBe(UV_STEPS)
})
