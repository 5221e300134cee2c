// Where a city's model may stand: what its place holds it to, and what it is drawn to when somebody moves it. Pure; the studio asks
// it while one places, the hall asks it before it stands the model up, so that both show the same.

import { MODEL_PLACE } from '../hall/booth-plan.ts'
import type { BoothModel, ModelPlace } from './booth.ts'

type Size = BoothModel['size']

/** The upright box that a turned and scaled model fills, metres; width along x, depth along z of the place. */
export interface Extent {
  readonly width: number
  readonly depth: number
  readonly height: number
}

export interface Held {
  /** As it stands: inside its place. */
  readonly place: ModelPlace
  /** How far it may be moved from the middle at that turn and size, metres. */
  readonly reach: { readonly x: number; readonly z: number }
  /** How much longer, deeper or higher than its place it would be as asked, metres; 0 where it fits. */
  readonly tooLarge: number
  /** How far it would stick out over an edge as asked, once its size fits, metres; 0 where it does not. */
  readonly over: number
}

/** Nearer than this to the middle or an edge it is drawn there, metres; nearer than this to a quarter turn, radians. */
const DRAWN = 0.15
const DRAWN_TURN = (7 * Math.PI) / 180
/** A thousandth of a millimetre: what adding up leaves. */
const DUST = 1e-6

/** The box around a model of this size as it would stand. @param size metres, before it is scaled */
export function extentOf(size: Size, { yaw, scale }: Pick<ModelPlace, 'yaw' | 'scale'>): Extent {
  const cos = Math.abs(Math.cos(yaw))
  const sin = Math.abs(Math.sin(yaw))
  return {
    width: scale * (size.x * cos + size.z * sin),
    depth: scale * (size.x * sin + size.z * cos),
    height: scale * size.y,
  }
}

/**
 * Holds a model inside its place (MODEL_PLACE): made smaller where it is larger than that at this turn, then moved in. What was asked
 * for is not lost: turned back, it stands as before.
 */
export function holdPlace(size: Size, asked: ModelPlace): Held {
  const { width, depth, height } = extentOf(size, asked)
  const fits = Math.min(1, MODEL_PLACE.width / width, MODEL_PLACE.depth / depth, MODEL_PLACE.height / height)
  const scale = asked.scale * fits
  const reach = {
    x: Math.max(0, (MODEL_PLACE.width - width * fits) / 2),
    z: Math.max(0, (MODEL_PLACE.depth - depth * fits) / 2),
  }
  const x = within(asked.x, reach.x)
  const z = within(asked.z, reach.z)
  const tooLarge = Math.max(width - MODEL_PLACE.width, depth - MODEL_PLACE.depth, height - MODEL_PLACE.height)
  return {
    place: { x, z, yaw: asked.yaw, scale },
    reach,
    tooLarge: clean(Math.max(0, tooLarge)),
    over: clean(Math.max(Math.abs(asked.x - x), Math.abs(asked.z - z))),
  }
}

/** A model that was moved freely: held, and drawn to the middle or an edge where it is near one. To the centimetre. */
export function snapMove(size: Size, asked: ModelPlace): ModelPlace {
  const { place, reach } = holdPlace(size, asked)
  return { ...asked, x: drawn(place.x, reach.x), z: drawn(place.z, reach.z) }
}

/** A turn that was made freely: within −π … π, drawn to a quarter where it is near one. To the degree. */
export function snapTurn(yaw: number): number {
  const quarter = Math.round(yaw / (Math.PI / 2)) * (Math.PI / 2)
  return turnOf(degreesOf(Math.abs(yaw - quarter) < DRAWN_TURN ? quarter : yaw))
}

/** Radians as whole degrees, −179 … 180. */
export function degreesOf(yaw: number): number {
  const degrees = Math.round((yaw * 180) / Math.PI) % 360
  if (degrees > 180) return degrees - 360
  return degrees <= -180 ? degrees + 360 : degrees + 0
}

/** Degrees, any, as a yaw in −π … π. */
export const turnOf = (degrees: number): number => (degreesOf((degrees * Math.PI) / 180) * Math.PI) / 180

function drawn(value: number, reach: number): number {
  if (Math.abs(value) < Math.min(DRAWN, reach / 2)) return 0
  if (reach - Math.abs(value) < DRAWN) return Math.sign(value) * floorTo(reach)
  return Math.round(value * 100) / 100
}

const within = (value: number, reach: number) => Math.min(reach, Math.max(-reach, value))
const floorTo = (value: number) => Math.floor(value * 100 + DUST) / 100
const clean = (value: number) => (value < DUST ? 0 : value)
