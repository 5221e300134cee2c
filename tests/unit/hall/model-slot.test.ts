// A booth's uploaded model: levels come and go, and whatever is replaced lets go of the GPU.

import { BoxGeometry, Group, InstancedMesh, Mesh, MeshStandardMaterial, Texture } from 'three'
import { expect, it, vi } from 'vitest'
import { disposeModel } from '../../../client/hall/booth/dispose.ts'
import { type Detail, ModelSlot } from '../../../client/hall/booth/model-slot.ts'
import { LAYER_BOTH, LAYER_EYE, LAYER_MIRROR } from '../../../client/hall/layers.ts'
import type { BoothModel } from '../../../shared/booth/booth.ts'
import { must } from '../../support/must.ts'

const level = (url: string) => ({ url, bytes: 1, triangles: 1 })
const MODEL: BoothModel = {
  hash: 'h',
  near: level('near'),
  mid: level('mid'),
  far: level('far'),
  size: { x: 1, y: 1, z: 1 },
}

function madeModel() {
  const gone: string[] = []
  const root = new Group()
  const texture = new Texture()
  const material = new MeshStandardMaterial({ map: texture, emissiveMap: texture })
  const geometry = new BoxGeometry()
  root.add(new Mesh(geometry, material), new Mesh(geometry, material))
  for (const [name, thing] of Object.entries({ texture, material, geometry })) {
    thing.addEventListener('dispose', () => gone.push(name))
  }
  return { root, gone }
}

function slot(load: (url: string) => Promise<Group>, begins: Detail = 'far') {
  const group = new Group()
  const told = { shown: vi.fn(), failed: vi.fn() }
  const made = new ModelSlot(group, MODEL, {
    ...{ load, begins, onShown: told.shown, onFailed: told.failed, wake: () => {} },
  })
  return { group, made, told }
}

const settled = () => new Promise((done) => setTimeout(done, 5))

it('[HALL-16] a model lets go of geometry, material and texture, each once, and leaves its parent', () => {
  const { root, gone } = madeModel()
  const parent = new Group().add(root)
  disposeModel(root)
  expect(gone.sort()).toEqual(['geometry', 'material', 'texture'])
  expect(parent.children).toHaveLength(0)
})

it('[HALL-16] a model does not take the hall’s own environment with it', () => {
  const { root } = madeModel()
  const environment = new Texture()
  const gone = vi.fn()
  environment.addEventListener('dispose', gone)
  for (const child of root.children) ((child as Mesh).material as MeshStandardMaterial).envMap = environment
  disposeModel(root)
  expect(gone).not.toHaveBeenCalled()
})

it('[HALL-17] the far level comes first; the wanted one takes its place when it is there', async () => {
  const models = { far: madeModel(), mid: madeModel(), near: madeModel() }
  const { group, made, told } = slot(async (url) => models[url as 'far'].root)
  await settled()
  expect(group.children).toEqual([models.far.root])
  expect(told.shown).toHaveBeenCalledOnce()
  made.want('near')
  await settled()
  expect(group.children).toEqual([models.near.root])
  made.want('mid')
  await settled()
  made.trim()
  expect(models.near.gone).toHaveLength(3)
  expect(models.far.gone).toHaveLength(0)
  made.dispose()
  expect([models.far.gone, models.mid.gone].map((gone) => gone.length)).toEqual([3, 3])
  expect(group.children).toHaveLength(0)
})

it('[HALL-35] a model that follows another comes at the level that is looked at; its far level follows', async () => {
  const models = { far: madeModel(), mid: madeModel(), near: madeModel() }
  const asked: string[] = []
  const { group, made, told } = slot(async (url) => {
    asked.push(url)
    return models[url as 'far'].root
  }, 'near')
  expect(asked).toEqual(['near'])
  await settled()
  expect([group.children, told.shown.mock.calls.length, asked]).toEqual([[models.near.root], 1, ['near', 'far']])
  expect(made.detail).toBe('near')
  made.dispose()
  expect([models.near.gone, models.far.gone].map((gone) => gone.length)).toEqual([3, 3])
})

it('[HALL-16] the places of instances are let go of with them', () => {
  const many = new InstancedMesh(new BoxGeometry(), new MeshStandardMaterial(), 3)
  const gone = vi.fn()
  many.addEventListener('dispose', gone)
  disposeModel(new Group().add(many))
  expect(gone).toHaveBeenCalledOnce()
})

it('[HALL-24] walking nearer never shows less: until the wanted level is there, the one below it stands', async () => {
  const models = { far: madeModel(), mid: madeModel(), near: madeModel() }
  let arrive: (root: Group) => void = () => {}
  const { group, made } = slot((url) =>
    url === 'near' ? new Promise((done) => (arrive = done)) : Promise.resolve(models[url as 'far'].root),
  )
  await settled()
  made.want('mid')
  await settled()
  made.want('near')
  made.refresh()
  made.trim()
  expect(group.children).toEqual([models.mid.root])
  arrive(models.near.root)
  await settled()
  expect(group.children).toEqual([models.near.root])
  made.want('mid')
  made.refresh()
  expect(group.children).toEqual([models.mid.root])
})

it('[HALL-24] a level that comes while a higher one is still on its way is shown meanwhile', async () => {
  const models = { far: madeModel(), mid: madeModel() }
  const arrive = new Map<string, (root: Group) => void>()
  const { group, made } = slot((url) => new Promise((done) => arrive.set(url, done)))
  arrive.get('far')?.(models.far.root)
  await settled()
  made.want('mid')
  made.want('near')
  arrive.get('mid')?.(models.mid.root)
  await settled()
  expect(group.children).toEqual([models.mid.root])
})

it('[HALL-24] the floor mirrors the far level, whatever the eye sees', async () => {
  const models = { far: madeModel(), mid: madeModel(), near: madeModel() }
  const { group, made } = slot(async (url) => models[url as 'far'].root)
  const seenBy = (root: Group) =>
    [LAYER_EYE, LAYER_MIRROR].map((layer) => must(root.children[0]).layers.isEnabled(layer))
  made.want('near')
  await settled()
  expect(seenBy(models.near.root)).toEqual([true, false])
  made.reflect(true)
  made.refresh()
  expect(group.children).toEqual([models.near.root, models.far.root])
  expect(seenBy(models.near.root)).toEqual([true, false])
  expect(seenBy(models.far.root)).toEqual([false, true])
  made.want('far')
  made.refresh()
  expect(group.children).toEqual([models.far.root])
  expect(must(models.far.root.children[0]).layers.isEnabled(LAYER_BOTH)).toBe(true)
  made.want('near')
  made.reflect(false)
  await settled()
  made.refresh()
  expect(group.children).toEqual([models.near.root])
})

it('[HALL-17] what comes after the slot is gone is thrown away', async () => {
  const late = madeModel()
  let arrive: (root: Group) => void = () => {}
  const { group, made, told } = slot(() => new Promise((done) => (arrive = done)))
  made.dispose()
  arrive(late.root)
  await settled()
  expect(late.gone).toHaveLength(3)
  expect(group.children).toHaveLength(0)
  expect(told.shown).not.toHaveBeenCalled()
})

it('[HALL-18] one level that fails is replaced by another; only when all fail it is told', async () => {
  const far = madeModel()
  const one = slot(async (url) => {
    if (url === 'far') throw new Error('gone')
    return far.root
  })
  await settled()
  expect(one.group.children).toEqual([far.root])
  expect(one.told.failed).not.toHaveBeenCalled()
  const none = slot(() => Promise.reject(new Error('gone')))
  await settled()
  expect(none.told.failed).toHaveBeenCalledOnce()
  expect(none.told.shown).not.toHaveBeenCalled()
})
