// A city's own colour on the merged hall, on the files as they are built: what is painted is found, and only that changes.

import { NodeIO } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import { MeshoptDecoder } from 'meshoptimizer'
import { BufferAttribute, BufferGeometry, Mesh, MeshBasicMaterial } from 'three'
import { expect, it } from 'vitest'
import { HallBatch } from '../../../client/hall/load/batch.ts'
import { paintBytes, paintedIn, repaint } from '../../../client/hall/load/tint.ts'
import { linear } from '../../../models/build/kit/material.ts'
import { PLOTS } from '../../../shared/hall/layout.ts'
import { must } from '../../support/must.ts'

it('[HALL-36] a plot’s colour is found on its gate in both levels, as the build writes it', async () => {
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({ 'meshopt.decoder': MeshoptDecoder })
  for (const [file, prefix] of [
    ['booths', 'frame'],
    ['booths-far', 'far-frame'],
  ] as const) {
    const document = await io.read(`models/booths/${file}.glb`)
    for (const { id, colour } of PLOTS) {
      const node = must(
        document
          .getRoot()
          .listNodes()
          .find((one) => one.getName() === `${prefix}:${id}`),
      )
      const accessor = must(node.getMesh()?.listPrimitives()[0]?.getAttribute('COLOR_0'))
      const colours = new BufferAttribute(must(accessor.getArray()), accessor.getElementSize(), true)
      // Three faces of four corners, and near by the narrow bevels beside them.
      const found = paintedIn(colours, 0, colours.count, colour)?.vertices.length ?? 0
      expect([id, found >= 12 && found <= 24]).toEqual([id, true])
    }
  }
})

it('[HALL-36] colours are kept in linear bytes', () => {
  for (const { colour } of PLOTS) expect(paintBytes(colour)).toEqual(linear(colour).map((v) => Math.round(v * 255)))
})

/** A part of a plot: two vertices in its colour, one in another. */
function part(name: string, hex: string): { name: string; mesh: Mesh } {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(9), 3))
  geometry.setAttribute(
    'color',
    new BufferAttribute(new Uint8Array([...paintBytes(hex), 9, 9, 9, ...paintBytes(hex)]), 3, true),
  )
  geometry.setIndex([0, 1, 2])
  return { name, mesh: new Mesh(geometry, new MeshBasicMaterial()) }
}

it('[HALL-36] a city’s colour comes on its own plot alone, at once and on what is loaded later, and goes again', async () => {
  const [jinan, heze] = ['jinan', 'heze'].map((id) => must(PLOTS.find((plot) => plot.id === id)))
  const batch = new HallBatch(new MeshBasicMaterial())
  const signal = new AbortController().signal
  const far = await batch.add(
    [part('far-frame:jinan', must(jinan).colour), part('far-frame:heze', must(heze).colour)],
    signal,
  )
  const bytes = (of: typeof far) => [...of.geometry.getAttribute('color').array.slice(0, 18)]
  const before = bytes(far)
  batch.setColour('jinan', '#0000ff')
  expect(bytes(far)).toEqual([0, 0, 255, 9, 9, 9, 0, 0, 255, ...before.slice(9)])
  const near = await batch.add([part('frame:jinan', must(jinan).colour)], signal)
  expect(bytes(near).slice(0, 3)).toEqual([0, 0, 255])
  batch.setColour('jinan', null)
  expect([bytes(far), bytes(near).slice(0, 9)]).toEqual([before, before.slice(0, 9)])
})

it('[HALL-36] only the stretch that changed goes to the GPU', () => {
  const colours = new BufferAttribute(new Uint8Array(30), 3, true)
  repaint({ colours, vertices: [2, 5] }, '#ffffff')
  expect(colours.updateRanges).toEqual([{ start: 6, count: 12 }])
})
