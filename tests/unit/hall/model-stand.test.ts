// One booth's models one after another: the former stands until the next is ready, and what goes lets go of everything.

import { BoxGeometry, Group, Mesh, MeshStandardMaterial } from 'three'
import { expect, it, vi } from 'vitest'
import { ModelDetails } from '../../../client/hall/booth/model-details.ts'
import { ModelStand, type PlacedModel } from '../../../client/hall/booth/model-stand.ts'
import { plotById } from '../../../shared/hall/layout.ts'
import { APPROACH } from '../../support/approach.ts'
import { must } from '../../support/must.ts'

const PLOT = must(plotById('qingdao'))
const EYE = APPROACH(PLOT)

const model = (hash: string, x = 0): PlacedModel => {
  const level = (detail: string) => ({ url: `${hash}/${detail}`, bytes: 1, triangles: 10 })
  const levels = { near: level('near'), mid: level('mid'), far: level('far') }
  return { hash, ...levels, size: { x: 1, y: 1, z: 1 }, place: { x, z: 0, yaw: 0, scale: 1 } }
}

/** A stand whose files come when the test says so. */
function stood() {
  const parent = new Group()
  const models = new ModelDetails()
  const coming = new Map<string, { come(): void; fail(): void; readonly signal: AbortSignal }>()
  const alive = new Set<string>()
  const told = { stands: vi.fn(), failed: vi.fn() }
  const stand = new ModelStand(PLOT, parent, models, {
    load: (url, signal) =>
      new Promise((resolve, reject) => {
        const come = () => {
          const geometry = new BoxGeometry()
          geometry.addEventListener('dispose', () => alive.delete(url))
          alive.add(url)
          resolve(new Group().add(new Mesh(geometry, new MeshStandardMaterial())))
        }
        coming.set(url, { come, fail: () => reject(new Error(url)), signal })
      }),
    wake: () => {},
    onStands: told.stands,
    onFailed: told.failed,
  })
  const arrive = async (url: string) => {
    must(coming.get(url)).come()
    await settled()
    stand.frame(EYE)
  }
  const drawn = () => models.shown()[PLOT.id] ?? null
  return { stand, parent, coming, alive, told, arrive, drawn }
}

const settled = () => new Promise((done) => setTimeout(done, 2))

/** A stand with model `a` near by. */
async function withA() {
  const all = stood()
  all.stand.show(model('a'))
  all.stand.frame(EYE)
  await all.arrive('a/far')
  await all.arrive('a/near')
  return all
}

it('[HALL-35] the first model shows its far level, then the one looked at', async () => {
  const { stand, arrive, drawn, told } = stood()
  stand.show(model('a'))
  stand.frame(EYE)
  expect([drawn(), told.stands.mock.calls]).toEqual([null, []])
  await arrive('a/far')
  expect([drawn(), told.stands.mock.calls]).toEqual([{ hash: 'a', detail: 'far', settled: false }, [[true]]])
  await arrive('a/near')
  expect(drawn()?.detail).toBe('near')
})

it('[HALL-35] the former model stands until the next is ready at its level, and then lets go of everything', async () => {
  const { stand, parent, arrive, drawn, alive, told } = await withA()
  stand.show(model('b', 1))
  stand.frame(EYE)
  expect([drawn()?.hash, parent.children.length]).toEqual(['a', 1])
  expect([...alive]).toEqual(['a/far', 'a/near'])
  await arrive('b/near')
  expect(drawn()).toEqual({ hash: 'b', detail: 'near', settled: false })
  expect(parent.children.map(({ position }) => position.x)).toEqual([1])
  await arrive('b/far')
  expect(drawn()?.settled).toBe(true)
  expect([...alive].sort()).toEqual(['b/far', 'b/near'])
  expect(told.stands.mock.calls.every(([stands]) => stands)).toBe(true)
})

it('[HALL-35] of several that follow quickly only the last is waited for; going back to the one that stands is nothing', async () => {
  const { stand, coming, drawn, alive } = await withA()
  stand.show(model('b'))
  stand.show(model('c'))
  expect([coming.get('b/near')?.signal.aborted, coming.get('c/near')?.signal.aborted]).toEqual([true, false])
  must(coming.get('b/near')).come()
  await settled()
  stand.show(model('a', 2))
  expect(coming.get('c/near')?.signal.aborted).toBe(true)
  stand.frame(EYE)
  expect([drawn()?.hash, [...alive]]).toEqual(['a', ['a/far', 'a/near']])
})

it('[HALL-35] the same model put elsewhere is moved, not loaded again', async () => {
  const { stand, parent, coming } = await withA()
  const asked = coming.size
  stand.show(model('a', 2))
  expect([parent.children[0]?.position.x, coming.size]).toEqual([2, asked])
})

it('[BOOTH-19] a model asked for over the edge or larger than its place stands inside it', async () => {
  const { stand, parent } = await withA()
  const asked = model('a', 3)
  stand.show({ ...asked, size: { x: 4, y: 1, z: 1 }, place: { ...asked.place, scale: 1 } })
  expect(parent.children[0]?.position.x).toBeCloseTo(1.2)
  stand.show({ ...asked, size: { x: 4, y: 1, z: 1 }, place: { ...asked.place, scale: 3 } })
  expect([parent.children[0]?.position.x, parent.children[0]?.scale.x]).toEqual([0, 1.6])
})

it('[HALL-18] a model of which nothing can be read takes the former with it: the city no longer shows that', async () => {
  const { stand, parent, coming, alive, told, drawn } = await withA()
  stand.show(model('b'))
  for (const level of ['near', 'far', 'mid']) {
    must(coming.get(`b/${level}`)).fail()
    await settled()
  }
  expect(told.failed).toHaveBeenCalledOnce()
  expect(told.stands).toHaveBeenLastCalledWith(false)
  expect([drawn(), parent.children.length, alive.size]).toEqual([null, 0, 0])
})
