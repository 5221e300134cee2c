// A booth's spots as things with a place: moved by snaps inside the booth, walked up to, clicked.

import fc from 'fast-check'
import type { InstancedBufferGeometry } from 'three'
import { describe, expect, it } from 'vitest'
import { SpotMarkers } from '../../../client/hall/booth/spot-markers.ts'
import { marksInHall, pickMark } from '../../../client/hall/booth/spots.ts'
import { turnGaze } from '../../../client/hall/camera/gaze.ts'
import { visit } from '../../../client/hall/camera/visit.ts'
import { HallState } from '../../../client/hall/hall-state.ts'
import { Intent } from '../../../client/hall/input/intent.ts'
import { LivePoses } from '../../../client/state/live-poses.ts'
import { movedBy, placeUnder } from '../../../client/studio/spot-plan.ts'
import { asKind, linkFault, withFields } from '../../../client/studio/spot-shows.ts'
import type { BoothSummary } from '../../../shared/booth/booth.ts'
import {
  type BoothContent,
  contentFaults,
  EMPTY_CONTENT,
  filesOf,
  type ItemId,
  LINK,
  SPOT_RANGE,
} from '../../../shared/booth/content.ts'
import { SECTION_SCHEMAS } from '../../../shared/booth/schema.ts'
import {
  type BoothSpot,
  marksOf,
  newPlace,
  placeInHall,
  type SpotShown,
  snapped,
  standBefore,
} from '../../../shared/booth/spots.ts'
import { HALL, plotById } from '../../../shared/hall/layout.ts'
import { canStand, isClear } from '../../../shared/hall/walk.ts'
import { floorHeight, hallWalls } from '../../../shared/hall/walls.ts'
import { spotById } from '../../../shared/hall/where.ts'
import { makePose } from '../../../shared/pose/pose-track.ts'
import { must } from '../../support/must.ts'

const both = (text: string) => ({ zh: text, en: text })
const spot = (id: string, shown: SpotShown, at = { x: 0, y: 1.5, z: 0 }): BoothSpot => ({
  id: id as ItemId,
  name: both(id),
  at,
  shown,
})
const TEXT: SpotShown = { kind: 'text', text: both('海') }
const WALLS = hallWalls(new Set())
const number = fc.double({ min: -20, max: 20, noNaN: true })

describe('a spot’s place', () => {
  it('[UI-108] is a whole number of tenths of a metre inside the booth, wherever it is put', () => {
    fc.assert(
      fc.property(number, number, number, (x, y, z) => {
        const at = snapped({ x, y, z })
        expect(SECTION_SCHEMAS.spots.safeParse([spot('spot-0001', TEXT, at)]).success).toBe(true)
        for (const value of Object.values(at)) expect(value).toBe(Math.round(value * 10) / 10)
        expect(snapped(at)).toEqual(at)
        if (Math.abs(x) <= 3.4) expect(Math.abs(at.x - x)).toBeLessThanOrEqual(0.0501)
      }),
    )
    expect(Object.is(snapped({ x: -0.01, y: 0, z: 0 }).x, 0)).toBe(true)
  })

  it('[UI-108] is moved by keys and pointer as who comes in sees the booth, mirrored or not', () => {
    const at = { x: 1, y: 1.5, z: 0 }
    expect(movedBy('ArrowRight', false, at, 1)).toEqual({ x: 1.1, y: 1.5, z: 0 })
    expect(movedBy('ArrowRight', false, at, -1)).toEqual({ x: 0.9, y: 1.5, z: 0 })
    expect(movedBy('ArrowUp', true, at, 1)).toEqual({ x: 1, y: 1.5, z: -0.5 })
    expect(movedBy('PageUp', true, { ...at, y: 4.5 }, 1)).toEqual({ x: 1, y: SPOT_RANGE.y[1], z: 0 })
    expect(movedBy('a', false, at, 1)).toBe(null)
    const plan = { left: 100, top: 50, width: 350, height: 350 }
    const pointer = { clientX: 100 + 350 * 0.75, clientY: 50 + 350 }
    expect(placeUnder(plan, pointer, at, 1)).toEqual({ x: 1.8, y: 1.5, z: 3.4 })
    expect(placeUnder(plan, pointer, at, -1)).toEqual({ x: -1.7, y: 1.5, z: 3.4 })
  })

  it('[UI-108] of a new spot is clear of the others', () => {
    const spots: BoothSpot[] = []
    for (let i = 0; i < 24; i++) spots.push(spot(`spot-00${i}`, TEXT, newPlace(spots)))
    expect(new Set(spots.map(({ at }) => `${at.x} ${at.z}`)).size).toBe(24)
    expect(SECTION_SCHEMAS.spots.safeParse(spots).success).toBe(true)
  })
})

describe('what a spot shows', () => {
  it('[BOOTH-17] may be missing in a draft, and is found before it is submitted', () => {
    const empty: SpotShown[] = [
      { kind: 'text', text: both('') },
      { kind: 'picture', picture: null, text: both('x') },
      { kind: 'film', file: null, filename: '', text: both('x') },
      { kind: 'pdf', file: null, filename: '', text: both('x') },
      { kind: 'link', url: '', text: both('x') },
      { kind: 'contact', person: null },
    ]
    const spots = empty.map((shown, i) => spot(`spot-000${i}`, shown))
    expect(SECTION_SCHEMAS.spots.parse(spots)).toEqual(spots)
    const content: BoothContent = { ...EMPTY_CONTENT, spots }
    expect(contentFaults(content)).toEqual(
      spots.map(({ id: item }) => ({ code: 'nothing-shown', section: 'spots', item })),
    )
    expect(filesOf(content).size).toBe(0)
    expect(contentFaults({ ...EMPTY_CONTENT, spots: [spot('spot-0001', TEXT)] })).toEqual([])
  })

  it('[UI-110] as a link is taken by the field exactly where the house takes it, and it is said why not', () => {
    const house = (url: string) =>
      SECTION_SCHEMAS.spots.safeParse([spot('spot-0001', { kind: 'link', url, text: both('') })]).success
    const taken = [
      '',
      'https://example.org',
      'https://example.org/a?b=c#d',
      'https://example.com.cn:8443/文?a=@',
      'https://中文.example.org/',
    ]
    for (const url of taken) expect([url, linkFault(url), house(url)]).toEqual([url, null, true])
    for (const [url, why] of [
      ['http://example.org', 'https'],
      ['example.org', 'https'],
      ['https://user:word@example.org', 'person'],
      ['https://example', 'broken'],
      ['https://', 'broken'],
      ['https://exa mple.org', 'broken'],
      ['https://example.org/"onclick', 'broken'],
    ] as const)
      expect([url, linkFault(url), house(url)]).toEqual([url, why, false])
    fc.assert(
      fc.property(fc.webUrl({ validSchemes: ['https'] }), (url) => {
        if (LINK.test(url) && url.length < 500) expect([url, house(url)]).toEqual([url, true])
      }),
    )
  })

  it('[UI-109] keeps its words when it becomes another kind', () => {
    const long = '海'.repeat(900)
    const film = asKind({ kind: 'text', text: { zh: long, en: 'sea' } }, 'film', 600)
    expect(film).toEqual({ kind: 'film', file: null, filename: '', text: { zh: '海'.repeat(600), en: 'sea' } })
    expect(asKind(film, 'film', 600)).toBe(film)
    expect(asKind({ kind: 'contact', person: null }, 'text', 600)).toEqual(
      asKind(TEXT, 'text', 600) && { kind: 'text', text: both('') },
    )
  })

  it('[UI-113] takes a film that comes late only while it still shows one', () => {
    const film = asKind({ kind: 'text', text: both('x') }, 'film', 600)
    expect(withFields(film, 'film', { file: 'f' })).toMatchObject({ kind: 'film', file: 'f', text: both('x') })
    expect(withFields(TEXT, 'film', { file: 'f' })).toBe(TEXT)
  })

  it('[BOOTH-18] stays at the booth: with every booth travel name, place and kind alone', () => {
    const [mark] = marksOf({ spots: [spot('spot-0001', { kind: 'text', text: both('海'.repeat(2000)) })] })
    expect(mark).toEqual({ id: 'spot-0001', name: both('spot-0001'), at: { x: 0, y: 1.5, z: 0 }, kind: 'text' })
  })
})

describe('walking up to a spot', () => {
  const stand = (city: string, at: BoothSpot['at'], from = must(spotById(city)).pose, walls = WALLS) => {
    const place = placeInHall(must(plotById(city)), at)
    return { place, from, ...must(standBefore(place, from, walls)) }
  }

  it('[HALL-31] ends free, some 1.5 m before it, with it in the middle of the view', () => {
    for (const city of ['qingdao', 'longnan', 'weihai', 'zaozhuang']) {
      for (const at of [
        { x: 0, y: 1.5, z: 0.8 },
        { x: -1.4, y: 1.7, z: -3 },
        { x: 2.15, y: 1, z: 1.9 },
        { x: 3.4, y: 4.6, z: 3.4 },
        { x: -3.4, y: 0, z: -3.4 },
      ]) {
        const { place, pose } = stand(city, at)
        const far = Math.hypot(pose.x - place.x, pose.z - place.z)
        expect(far).toBeGreaterThan(0.8)
        expect(far).toBeLessThan(2.5)
        expect(canStand(pose.x, pose.z, WALLS)).toBe(true)
        const [dx, dz] = [-Math.sin(pose.yaw), -Math.cos(pose.yaw)]
        expect((dx * (place.x - pose.x) + dz * (place.z - pose.z)) / far).toBeGreaterThan(0.999)
        const wanted = Math.atan2(place.y - HALL.eyeHeight - pose.y, far)
        expect(pose.pitch).toBeCloseTo(Math.max(-0.9, Math.min(0.9, wanted)), 6)
      }
    }
  })

  it('[HALL-31] is straight where that is said, and never ends behind the wall the spot hangs on', () => {
    const board = { x: -1.4, y: 1.7, z: -3 }
    const plot = must(plotById('qingdao'))
    const behind = { ...makePose(), ...placeInHall(plot, { x: -1.4, y: 0, z: -4.6 }), y: 0 }
    for (const from of [must(spotById('qingdao')).pose, must(spotById('stage')).pose, behind]) {
      const { pose, straight } = stand('qingdao', board, from)
      if (straight) expect(isClear(from, pose, WALLS, floorHeight)).toBe(true)
      const inFront = (plot.yaw === 0 ? 1 : -1) * (pose.z - plot.z)
      expect(inFront).toBeGreaterThan(-3)
    }
    expect(stand('qingdao', { x: -1, y: 1.5, z: 0.2 }).straight).toBe(true)
    expect(stand('qingdao', board, behind).straight).toBe(false)
  })

  it('[HALL-31] turns the gaze there, until one looks or walks oneself', () => {
    const look = (before: (intent: Intent) => void) => {
      const view = makePose()
      const intent = new Intent()
      intent.walkAndFace({ x: 1, y: 0, z: 0, yaw: 1, pitch: 0.2 })
      before(intent)
      for (let i = 0; i < 300; i++) turnGaze(view, intent, 1 / 60)
      return [Math.round(view.yaw * 50) / 50, intent.hasFace]
    }
    expect(look(() => {})).toEqual([1, false])
    expect(
      look((intent) => {
        intent.dragYaw = -0.1
      }),
    ).toEqual([-0.1, false])
    expect(
      look((intent) => {
        intent.forward = 1
      }),
    ).toEqual([0, false])
  })
})

describe('going to a spot', () => {
  const go = (following: boolean, reduced = false) => {
    const state = new HallState(new LivePoses(), must(spotById('qingdao')).pose)
    state.reducedMotion = reduced
    const shown: number[] = []
    const place = placeInHall(must(plotById('qingdao')), { x: -1, y: 1.5, z: -0.2 })
    visit(state, { show: (x, z) => shown.push(x, z) }, { booth: 'qingdao', id: 'spot-0001', ...place }, following)
    const far = Math.hypot(state.view.x - place.x, state.view.z - place.z)
    return { walks: state.intent.hasTarget, shown: shown.length, near: Math.abs(far - 1.5) < 0.01 }
  }

  it('[HALL-32] leaves who follows with the guide', () => {
    expect(go(true)).toEqual({ walks: false, shown: 0, near: false })
  })

  it('[HALL-31] is a walk, or a step at once for who wants less motion', () => {
    expect(go(false)).toEqual({ walks: true, shown: 2, near: false })
    expect(go(false, true)).toEqual({ walks: false, shown: 0, near: true })
  })
})

describe('markers', () => {
  it('[HALL-33] are one draw for all booths, and none where there is nothing to mark', () => {
    const markers = new SpotMarkers()
    const count = () => (markers.mesh.geometry as InstancedBufferGeometry).instanceCount
    expect(markers.mesh.visible).toBe(false)
    markers.show(Array.from({ length: 60 }, (_, i) => ({ booth: 'qingdao', id: `spot-${i}`, x: i, y: 1, z: 0 })))
    expect([markers.mesh.visible, count(), markers.mesh.children.length]).toEqual([true, 60, 0])
    markers.show([])
    expect([markers.mesh.visible, count()]).toEqual([false, 0])
  })
})

describe('a click on a marker', () => {
  const booths = {
    qingdao: {
      id: 'qingdao',
      own: { spots: marksOf({ spots: [spot('spot-0001', TEXT, { x: -0.75, y: 1.65, z: -1 })] }) },
    },
  } as unknown as Readonly<Record<string, BoothSummary>>
  const marks = marksInHall(booths)
  const mark = must(marks[0])
  const towards = (x: number, z: number, y = HALL.eyeHeight) => {
    const [dx, dy, dz] = [mark.x - x, mark.y - y, mark.z - z]
    const far = Math.hypot(dx, dy, dz)
    return { x, y, z, dx: dx / far, dy: dy / far, dz: dz / far }
  }

  it('[HALL-30] is a click on its spot from near, not from afar, not beside it', () => {
    const front = mark.z > 0 ? -1 : 1
    expect(pickMark(towards(mark.x, mark.z + front * 3), marks, new Set())).toBe(mark)
    expect(pickMark(towards(mark.x, mark.z + front * 15), marks, new Set())).toBe(null)
    expect(pickMark({ ...towards(mark.x, mark.z + front * 3), x: mark.x + 0.4 }, marks, new Set())).toBe(null)
    expect(pickMark(towards(mark.x, mark.z + front * 3), [], new Set())).toBe(null)
  })

  it('[HALL-30] does not go through the booth’s wall, which is gone under an own model', () => {
    const back = mark.z > 0 ? 1 : -1
    expect(pickMark(towards(mark.x, mark.z + back * 4), marks, new Set())).toBe(null)
    expect(pickMark(towards(mark.x, mark.z + back * 4), marks, new Set(['qingdao']))).toBe(mark)
  })
})
