// One uploaded file in its expendable process (models/pipeline/held.ts, where the limits are), and the files it left.

import { open } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Job, type Limits, type Outcome, runHeld } from '../../models/pipeline/held.ts'
import { LEVELS } from '../../shared/model/limits.ts'

export { type Job, type Limits, limitsOf, type Outcome } from '../../models/pipeline/held.ts'

/** Runs one job to its end. Never throws for what the child does; aborting the signal ends the child. */
export async function inspect(job: Job, signal: AbortSignal, limits?: Limits): Promise<Outcome> {
  const own = fileURLToPath(import.meta.url)
  return await runHeld(join(dirname(own), `inspect-child${extname(own)}`), job, signal, limits)
}

/** The three files of an accepted model, if each is a GLB of the length it declares. */
export async function levelFiles(out: string): Promise<Record<(typeof LEVELS)[number], string> | undefined> {
  for (const level of LEVELS) if (!(await isGlb(join(out, `${level}.glb`)))) return undefined
  return { near: join(out, 'near.glb'), mid: join(out, 'mid.glb'), far: join(out, 'far.glb') }
}

/** Whether a file is a GLB of the length it declares. */
export async function isGlb(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0)
      return (
        bytesRead === 12 && buffer.readUInt32LE(0) === 0x46546c67 && buffer.readUInt32LE(8) === (await file.stat()).size
      )
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
