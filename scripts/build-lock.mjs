// One build at a time in a folder: a second one waits for the first and then finds everything fresh.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './freshness.mjs'

const LOCK = join(ROOT, 'dist', 'building')

/** Runs the work while holding the lock; a lock left by a process that is gone is taken over.
 * @param {() => Promise<void>} work */
export async function withBuildLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true })
  while (!take()) await new Promise((resolve) => setTimeout(resolve, 200))
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!lives(holder())) rmSync(LOCK, { force: true })
    return false
  }
}

function holder() {
  try {
    return Number(readFileSync(LOCK, 'utf8'))
  } catch {
    return 0
  }
}

function lives(pid) {
  // Just made and not written yet counts as alive; the next look tells.
  if (pid === 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
