// A folder with a model and its files, as the command takes it: listed under the limits of a zip, no link that leads out of it,
// then packed as a plain zip in memory, so that it goes through all that a zip goes through.

import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { zipSync } from 'fflate'
import { UPLOAD_LIMITS } from '../../shared/model/limits.ts'
import { must, plainName } from './fault.ts'

export interface FolderFile {
  /** Path within the folder, with forward slashes. */
  readonly name: string
  readonly path: string
  readonly bytes: number
}

/** Every file of a folder. Refuses too many, too large together, and links that lead out of it or to folders. */
export async function listFolder(root: string): Promise<FolderFile[]> {
  const real = await realpath(root)
  const files: FolderFile[] = []
  const open = ['']
  let entries = 0
  let bytes = 0
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const each of (await readdir(join(real, folder))).sort()) {
      if (each.startsWith('.') || each === '__MACOSX') continue
      const limit = UPLOAD_LIMITS.zipEntries
      must(++entries <= limit, 'model.zip-entries', { count: entries, limit })
      const name = folder === '' ? each : `${folder}/${each}`
      const found = await look(real, name)
      if (found === 'folder') open.push(name)
      if (typeof found !== 'object') continue
      bytes += found.bytes
      must(bytes <= UPLOAD_LIMITS.zipBytes, 'model.too-large', { limit: UPLOAD_LIMITS.bytes / 1024 / 1024 })
      files.push(found)
    }
  }
  must(files.length > 0, 'model.zip-no-model')
  return files
}

async function look(root: string, name: string): Promise<FolderFile | 'folder' | undefined> {
  const path = join(root, name)
  const itself = await lstat(path)
  if (itself.isDirectory()) return 'folder'
  if (itself.isSymbolicLink()) {
    const target = await realpath(path).catch(() => '')
    must(target.startsWith(root + sep) && (await stat(path)).isFile(), 'model.folder-link', { name: plainName(name) })
  } else if (!itself.isFile()) return undefined
  return { name, path, bytes: (await stat(path)).size }
}

/** The files as one plain zip. */
export async function packFolder(files: readonly FolderFile[]): Promise<Uint8Array> {
  const packed: Record<string, Uint8Array> = {}
  for (const { name, path } of files) packed[name] = await readFile(path)
  return zipSync(packed, { level: 0 })
}
