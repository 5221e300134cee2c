// How much is drawn: three levels, and the meter that moves between them by measured frames.
// Pure but for the first guess; the hall applies what a level says.

import type { Level } from './hall-props.ts'

export interface LevelSettings {
  /** Drawn pixels a CSS pixel: at least and at most, whatever the screen has in between. */
  readonly pixels: readonly [least: number, most: number]
  readonly mirror: boolean
  /** MSAA of the canvas; fixed when it is made. */
  readonly antialias: boolean
  /** Metres to which a booth shows its near geometry. */
  readonly nearDistance: number
}

export const LEVELS: Readonly<Record<Level, LevelSettings>> = {
  low: { pixels: [0.75, 0.75], mirror: false, antialias: false, nearDistance: 11 },
  mid: { pixels: [1, 1.25], mirror: true, antialias: true, nearDistance: 16 },
  high: { pixels: [1.5, 2], mirror: true, antialias: true, nearDistance: 20 },
}

/** Pixels drawn a CSS pixel on a screen that has `device` of them. */
export function pixelRatio(level: Level, device: number): number {
  const [least, most] = LEVELS[level].pixels
  return Math.min(most, Math.max(least, device))
}

const ORDER: readonly Level[] = ['low', 'mid', 'high']
const WINDOW_MS = 5000
const LEAST_FRAMES = 30
const DOWN_BELOW = 30
const UP_ABOVE = 50
/** After so many drops it climbs no more. */
const MOST_DROPS = 3
/** A longer gap is a pause, not a frame: frames are drawn on demand. */
const PAUSE_MS = 250
/** Kept frame times; enough for five seconds at 120 Hz. */
const KEPT = 600

/** Watches frame times and says when to change the level. Never allocates per frame. */
export class LevelMeter {
  level: Level
  readonly #times = new Float32Array(KEPT)
  readonly #sorted = new Float32Array(KEPT)
  #count = 0
  #span = 0
  #drops = 0

  constructor(level: Level) {
    this.level = level
  }

  /** Milliseconds of the median frame in the current window, or 0 while there are too few. */
  get median(): number {
    if (this.#count < LEAST_FRAMES) return 0
    const part = this.#sorted.subarray(0, this.#count)
    part.set(this.#times.subarray(0, this.#count))
    part.sort()
    return part[this.#count >> 1] as number
  }

  /**
   * Takes one frame's time.
   * @returns the level to go to, or null to stay
   */
  frame(milliseconds: number): Level | null {
    if (milliseconds > PAUSE_MS && this.#span === 0) return null
    if (milliseconds > 2000) {
      this.#restart()
      return null
    }
    if (this.#count < KEPT) this.#times[this.#count++] = milliseconds
    this.#span += milliseconds
    if (this.#span < WINDOW_MS || this.#count < LEAST_FRAMES) return null
    const perSecond = 1000 / this.median
    this.#restart()
    return this.#decide(perSecond)
  }

  /** A hidden page, a pause or a new size: what was measured is worth nothing. */
  restart(): void {
    this.#restart()
  }

  #decide(perSecond: number): Level | null {
    const at = ORDER.indexOf(this.level)
    if (perSecond < DOWN_BELOW && at > 0) {
      this.#drops++
      this.level = ORDER[at - 1] as Level
      return this.level
    }
    if (perSecond > UP_ABOVE && at < 2 && this.#drops < MOST_DROPS) {
      this.level = ORDER[at + 1] as Level
      return this.level
    }
    return null
  }

  #restart(): void {
    this.#count = 0
    this.#span = 0
  }
}

/** First guess: software renderers start low, everything else in the middle. */
export function firstLevel(renderer: string): Level {
  return /swiftshader|llvmpipe|software|basic render/i.test(renderer) ? 'low' : 'mid'
}
