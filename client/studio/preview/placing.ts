// Steps of placing a model by keys, fields and buttons: what each makes of the place as it is now. Pure; how a place is held is
// shared/booth/place.ts's.

import type { BoothModel, ModelPlace } from '../../../shared/booth/booth.ts'
import { SCALE } from '../../../shared/booth/content.ts'
import { degreesOf, holdPlace, turnOf } from '../../../shared/booth/place.ts'

type Size = BoothModel['size']

/** One step of each: metres, degrees, percent. */
export const STEP = { move: 0.1, turn: 15, size: 5 } as const

export type Field = 'x' | 'z' | 'yaw' | 'scale'
export const FIELDS: readonly Field[] = ['x', 'z', 'yaw', 'scale']

/** A field as it is read: metres, degrees, percent; and its limits. */
export interface FieldValue {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** Of the number beside the slider. */
  readonly fine: number
}

export function fieldOf(field: Field, size: Size, asked: ModelPlace): FieldValue {
  const { place, reach } = holdPlace(size, asked)
  if (field === 'yaw') return { value: degreesOf(asked.yaw), min: -180, max: 180, step: STEP.turn, fine: 1 }
  if (field === 'scale') {
    const value = Math.round(asked.scale * 100)
    // Beyond what fits at this turn a slider would move nothing.
    const fits = Math.floor(largest(size, asked) * 20) * 5
    const most = Math.min(SCALE.max * 100, Math.max(100, fits, Math.ceil(value / 5) * 5))
    return { value, min: SCALE.min * 100, max: most, step: STEP.size, fine: 1 }
  }
  const most = Math.floor(reach[field] * 100) / 100
  return { value: Math.round(place[field] * 100) / 100, min: -most, max: most, step: STEP.move, fine: 0.01 }
}

/** The place with one field set; a number out of range is the nearest in it. */
export function withField(field: Field, value: number, size: Size, asked: ModelPlace): ModelPlace {
  if (field === 'yaw') return { ...asked, yaw: turnOf(value) }
  if (field === 'scale') return { ...asked, scale: between(Math.round(value) / 100, SCALE.min, SCALE.max) }
  const { min, max } = fieldOf(field, size, asked)
  return { ...standing(size, asked), [field]: between(Math.round(value * 100) / 100, min, max) }
}

/** A field one or more steps on, from the next whole step. */
export function stepped(field: Field, steps: number, size: Size, asked: ModelPlace): ModelPlace {
  const { value, step } = fieldOf(field, size, asked)
  const whole = Math.round(value / step) * step
  return withField(field, whole + steps * step, size, asked)
}

export const toMiddle = (asked: ModelPlace): ModelPlace => ({ ...asked, x: 0, z: 0 })

/** The step that a key asks for on the picture; null for another key. */
export function stepOfKey(key: string, shift: boolean): readonly [Field, number] | null {
  const turn = shift ? 1 : 0
  switch (key) {
    case 'ArrowLeft':
      return turn ? ['yaw', -1] : ['x', -1]
    case 'ArrowRight':
      return turn ? ['yaw', 1] : ['x', 1]
    case 'ArrowUp':
      return turn ? null : ['z', -1]
    case 'ArrowDown':
      return turn ? null : ['z', 1]
    case '+':
    case '=':
      return ['scale', 1]
    case '-':
      return ['scale', -1]
    default:
      return null
  }
}

/** What is asked for, with where it really stands: a step sideways begins there. */
function standing(size: Size, asked: ModelPlace): ModelPlace {
  const { x, z } = holdPlace(size, asked).place
  return { ...asked, x, z }
}

/** The largest size that fits at this turn. */
const largest = (size: Size, asked: ModelPlace) => holdPlace(size, { ...asked, scale: 1000 }).place.scale

const between = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value)) + 0
