// Where I am, written on <html> (data-hall, data-spot, data-pose) for tests and style, and kept over a reload of the tab.
// Outside React: a walk renders nothing.

import type { Pose } from '../../shared/pose/pose.ts'
import type { LivePoses } from '../state/live-poses.ts'

const KEY = 'parlor.pose'
const EVERY = 500

export const markReady = (): void => {
  document.documentElement.dataset.hall = 'ready'
}

export const markSpot = (spot: string): void => {
  document.documentElement.dataset.spot = spot
}

/** Marks the own pose twice a second and keeps it for a reload. @returns how to stop */
export function markPose(live: LivePoses): () => void {
  let version = 0
  const timer = setInterval(() => {
    if (live.ownVersion === version) return
    version = live.ownVersion
    const { x, z, yaw } = live.own
    document.documentElement.dataset.pose = `${x.toFixed(2)} ${z.toFixed(2)} ${yaw.toFixed(3)}`
  }, EVERY)
  const keep = () => {
    if (live.ownVersion === 0) return
    try {
      sessionStorage.setItem(KEY, JSON.stringify(live.own))
    } catch {
      // Not kept: one then begins at the door.
    }
  }
  addEventListener('pagehide', keep)
  return () => {
    clearInterval(timer)
    keep()
    removeEventListener('pagehide', keep)
    delete document.documentElement.dataset.hall
    delete document.documentElement.dataset.pose
  }
}

/** The pose of this tab before a reload, or null. Anything else (a fresh visit, a link) begins at its own place. */
export function poseBeforeReload(): Pose | null {
  const [entry] = performance.getEntriesByType('navigation')
  if (!(entry instanceof PerformanceNavigationTiming) || entry.type !== 'reload') return null
  try {
    const pose: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isPose(pose) ? pose : null
  } catch {
    return null
  }
}

function isPose(value: unknown): value is Pose {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return ['x', 'y', 'z', 'yaw', 'pitch'].every((name) => Number.isFinite(fields[name]))
}
