// Files by content: named by the SHA-256 of their bytes, whole or not there at all, on the disk before put answers.
// Owns the folder DATA_DIR/files; what a file means is its noun's.

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** SHA-256 of the bytes, 64 hex digits. */
export type Hash = string
export const HASH_PATTERN = /^[0-9a-f]{64}$/

export interface Part {
  readonly start?: number
  readonly end?: number
}

export interface Files {
  /** Stores the bytes and answers their hash once they are on the disk; the same bytes twice are one file. */
  put(source: AsyncIterable<Uint8Array> | Uint8Array): Promise<Hash>
  /** Where the file lies, whether it is there or not. */
  path(hash: Hash): string
  /** @param part from and to which byte, both included; the whole file without it */
  open(hash: Hash, part?: Part): ReadStream
  has(hash: Hash): Promise<boolean>
  /** Removes every file that is not kept and was last put before this time, server ms; answers how many bytes went. */
  collect(kept: ReadonlySet<Hash>, putBefore: number): Promise<number>
}

/** Opens the store; leftovers of writes that a crash cut off are removed. */
export async function openFiles(folder: string): Promise<Files> {
  const half = join(folder, 'half')
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  await syncFolder(folder)
  const path = (hash: Hash): string => {
    if (!HASH_PATTERN.test(hash)) throw new Error('not a hash')
    return join(folder, hash.slice(0, 2), hash)
  }
  const has = (hash: Hash) =>
    access(path(hash)).then(
      () => true,
      () => false,
    )
  return {
    path,
    has,
    collect: (kept, putBefore) => collect(folder, kept, putBefore),
    open: (hash, part = {}) => createReadStream(path(hash), part),
    put: async (source) => {
      const temporary = join(half, randomUUID())
      try {
        const hash = await write(temporary, source)
        await place(temporary, path(hash))
        return hash
      } finally {
        await rm(temporary, { force: true })
      }
    },
  }
}

/** The same bytes put once more count from then: whoever put them is yet to write down where they belong. */
async function collect(folder: string, kept: ReadonlySet<Hash>, putBefore: number): Promise<number> {
  let bytes = 0
  for (const shelf of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) continue
    for (const hash of await readdir(join(folder, shelf))) {
      if (kept.has(hash)) continue
      const path = join(folder, shelf, hash)
      const { mtimeMs, size } = await stat(path)
      if (mtimeMs >= putBefore) continue
      await rm(path)
      bytes += size
    }
  }
  return bytes
}

async function write(path: string, source: AsyncIterable<Uint8Array> | Uint8Array): Promise<Hash> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx')
  try {
    for await (const bytes of source instanceof Uint8Array ? [source] : source) {
      hash.update(bytes)
      await file.writeFile(bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

/** The bytes are synced already; now the name, and the folders that hold it. */
async function place(temporary: string, path: string): Promise<void> {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true })
  await rename(temporary, path)
  await syncFolder(folder)
  if (made) await syncFolder(dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
