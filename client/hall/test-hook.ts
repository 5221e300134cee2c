// What benches and end-to-end tests may see and do: window.__parlorHall. Read-only figures, and a way to stand somewhere.
// Nothing of the client itself reads it.

import type { WebGLInfo } from 'three'
import type { Pose } from '../../shared/pose/pose.ts'
import { makePose, PoseTrack } from '../../shared/pose/pose-track.ts'
import type { HallState } from './hall-state.ts'

export interface HallProbe {
  /** One can walk. */
  readonly ready: boolean
  /** Draw calls and triangles of the last frame, mirror pass included; GPU objects alive. */
  readonly figures: {
    readonly calls: number
    readonly triangles: number
    readonly geometries: number
    readonly textures: number
  }
  /** Frames drawn since the hall was mounted. */
  readonly frames: number
  /** Own pose now. */
  readonly pose: Pose
  /** Stands there at once, without a fade, and asks for a frame. */
  teleport(pose: Pose): void
  /** Walks there as if the floor had been clicked. */
  walkTo(x: number, z: number): void
  /** Puts figures of nobody into the hall, for pictures and benches; an empty list takes them away. */
  crowd(poses: readonly Pose[]): void
  /** Handles of the figures known now, and where each is drawn. */
  readonly people: readonly { readonly handle: number; readonly pose: Pose }[]
  /** Ids of the plots that show their city's own model. */
  readonly ownModels: readonly string[]
  /** Which model they show, by its hash, and at which level. */
  readonly models: Readonly<Record<string, ShownModel>>
}

export interface ShownModel {
  readonly hash: string
  readonly detail: string
  /** It is the level for here, and nothing more is on its way. */
  readonly settled: boolean
}

declare global {
  interface Window {
    __parlorHall?: HallProbe
  }
}

const figures = { calls: 0, triangles: 0, geometries: 0, textures: 0 }
let frames = 0

/** Keeps the last frame's cost. */
export function frameCost(info: WebGLInfo): void {
  frames++
  figures.calls = info.render.calls
  figures.triangles = info.render.triangles
  figures.geometries = info.memory.geometries
  figures.textures = info.memory.textures
}

/** Shows the hall to tests while it is mounted; returns the way to take it back. */
export function showToTests(
  state: HallState,
  ready: () => boolean,
  ownModels: () => readonly string[],
  models: () => HallProbe['models'],
): () => void {
  frames = 0
  const probe: HallProbe = {
    get ready() {
      return ready()
    },
    figures,
    get frames() {
      return frames
    },
    get pose() {
      return { ...state.view }
    },
    teleport: (pose) => state.place(pose),
    walkTo(x, z) {
      state.intent.walkTo(x, z)
      state.wake()
    },
    crowd: (poses) => putCrowd(state, poses),
    get people() {
      return [...state.live.figures.values()].map(({ handle, shown }) => ({ handle, pose: { ...shown } }))
    },
    get ownModels() {
      return ownModels()
    },
    get models() {
      return models()
    },
  }
  window.__parlorHall = probe
  return () => {
    delete window.__parlorHall
  }
}

/** Above every handle the server gives (16 bits). */
const FIRST_HANDLE = 0x10000

function putCrowd({ live, wake }: HallState, poses: readonly Pose[]): void {
  for (const handle of [...live.figures.keys()]) if (handle >= FIRST_HANDLE) live.figures.delete(handle)
  poses.forEach((pose, i) => {
    const track = new PoseTrack(100)
    track.push(pose, 0, 0)
    live.figures.set(FIRST_HANDLE + i, { handle: FIRST_HANDLE + i, track, shown: makePose() })
  })
  wake()
}
