// Everything the hall needs from outside, and all it gives back: the one seam between the canvas and the rest of the client.
// The hall imports no net, no panels and no store; what moves every frame comes in as one mutable object (live poses).

import type { Ref } from 'react'
import type { BoothSummary } from '../../shared/booth/booth.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import type { Language } from '../../shared/protocol/parts.ts'
import type { FollowMode, Plate } from '../../shared/protocol/wire.ts'
import type { LivePoses } from '../state/live-poses.ts'

/** `auto` adapts by measured frames; the others stay (`?level=`). */
export type Level = 'low' | 'mid' | 'high'
export type LevelChoice = 'auto' | Level

/** The few texts drawn in 3D or spoken for the canvas. Everything else of the panels comes from shared/hall/cities.ts. */
export interface HallWords {
  /** Name of the canvas for a screen reader. */
  readonly canvasName: string
  /** How to move by keyboard; described-by of the canvas. */
  readonly canvasHelp: string
  /** Said where a booth's model could not be shown. */
  readonly modelFailed: string
}

/** What the stage's screen shows; null is the house's own picture. Drawn by the hall in the house's type. */
export interface StagePicture {
  /** Small line above, for example "Question from the room". */
  readonly eyebrow?: string
  readonly headline: string
  /** Small line below. */
  readonly line?: string
}

/** How one wants to move. */
export interface Comfort {
  /** Metres a second, 1 to 5. */
  readonly speed: number
  /** Arrow keys turn by 30° at once instead of smoothly. */
  readonly snapTurn: boolean
}

/** Measured over the last second; for the footer and benches, at most once a second. */
export interface HallFigures {
  readonly level: Level
  readonly fps: number
}

/** What a parent can make the hall do. */
export interface HallHandle {
  /** Goes to a spot (ids of shared/hall/where.ts) by a short fade. False for an unknown spot. */
  goTo(spot: string): boolean
  /** Puts the visitor somewhere at once, by a short fade: a gather, the return to the tour, a restored place. */
  snapTo(pose: Pose): void
  /** Goes before a spot of a booth and turns to it, on foot where it is near; stays with the guide while following. */
  toMark(booth: string, spot: string): void
  /** Gives the canvas the keyboard. */
  focus(): void
}

export interface HallProps {
  readonly ref?: Ref<HallHandle>
  /** Own pose (written here, read by net/send-pose), the guide's track and the figures of others (written by receive-*). */
  readonly live: LivePoses
  /** By city id or `guest`; a missing one is shown with its default booth. */
  readonly booths: Readonly<Record<string, BoothSummary>>
  /** Who may be named to me. Changes seldom. */
  readonly plates: readonly Plate[]
  readonly language: Language
  readonly words: HallWords
  readonly level: LevelChoice
  readonly reducedMotion: boolean
  readonly comfort: Comfort
  /** `free`: own feet. `together`: at the guide's place, gaze free. `spotlight`: also turned once to where the guide looks. */
  readonly follow: FollowMode
  /** Where to appear: a spot's id, or a pose (a reload in the middle of a tour). Read once. */
  readonly start: string | Pose
  readonly screen: StagePicture | null
  /** False while a page or dialog covers the hall: nothing is drawn, keys are left alone. */
  readonly active: boolean
  /** One can walk now. Once. */
  onReady(): void
  /** The spot under one's feet changed (booth id, or a zone's id). */
  onSpot(spot: string): void
  /** Own input while following: the parent sets `follow` to `free`. */
  onBreakFollow(): void
  /** A click on a booth's panels, name or emblem. */
  onBooth(id: string): void
  /** A click on the marker of a booth's spot. */
  onMark(booth: string, spot: string): void
  onFigures?(figures: HallFigures): void
  /** WebGL is missing or was lost for good: show another tier. */
  onLost(reason: 'no-webgl' | 'context-lost' | 'failed'): void
}
