// What a store of files by content must do. Run on the disk store; an S3 store joins the list when there is one.

import { createHash } from 'node:crypto'
import { existsSync, fstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open as openFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { type Files, openFiles } from '../../../server/files/files.ts'
import { emptyFolder } from '../../support/paths.ts'

const stores: ReadonlyArray<{ name: string; open: (folder: string) => Promise<Files> }> = [
  { name: 'disk', open: openFiles },
]
const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const read = async (files: Files, hash: string) => {
  const parts: Buffer[] = []
  for await (const part of files.open(hash)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** What is synced while `run` runs, in order, and whether the file had its name by then. */
async function syncsOf(folder: string, run: () => Promise<void>, path: string) {
  const synced: { inode: number; named: boolean }[] = []
  const probe = await openFile(folder, 'r')
  const handles = Object.getPrototypeOf(probe) as Pick<FileHandle, 'sync'>
  const spy = vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    synced.push({ inode: fstatSync(this.fd).ino, named: existsSync(path) })
  })
  try {
    await run()
  } finally {
    spy.mockRestore()
    await probe.close()
  }
  return synced
}

describe.each(stores)('files on $name', ({ open }) => {
  it('[STORE-1] names what it stores by its SHA-256 and gives the same bytes back', async () => {
    const files = await open(emptyFolder('files'))
    const bytes = bytesOf('青黄相约 河海同潮')
    const hash = await files.put(bytes)
    expect(hash).toBe(hashOf(bytes))
    expect(await files.has(hash)).toBe(true)
    expect(await read(files, hash)).toEqual(Buffer.from(bytes))
  })

  it('[STORE-1] takes a stream, and the same bytes twice are one file', async () => {
    const folder = emptyFolder('files')
    const files = await open(folder)
    async function* parts() {
      yield bytesOf('one ')
      yield bytesOf('two')
    }
    const [a, b] = await Promise.all([files.put(parts()), files.put(bytesOf('one two'))])
    expect(a).toBe(b)
    expect((await read(files, a)).toString()).toBe('one two')
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(kept.map(({ name }) => name)).toEqual([a])
  })

  it('[STORE-2] leaves nothing behind when the source breaks off', async () => {
    const folder = emptyFolder('files')
    const files = await open(folder)
    async function* broken() {
      yield bytesOf('half')
      throw new Error('line lost')
    }
    await expect(files.put(broken())).rejects.toThrow('line lost')
    expect(await files.has(hashOf(bytesOf('half')))).toBe(false)
    expect(readdirSync(join(folder, 'half'))).toEqual([])
  })

  it('[STORE-2] removes what a crash left half written, and keeps what was whole', async () => {
    const folder = emptyFolder('files')
    const hash = await (await open(folder)).put(bytesOf('whole'))
    mkdirSync(join(folder, 'half'), { recursive: true })
    writeFileSync(join(folder, 'half', 'x'), 'cut off')
    const again = await open(folder)
    expect(readdirSync(join(folder, 'half'))).toEqual([])
    expect(await again.has(hash)).toBe(true)
  })

  it('[STORE-2] answers once the bytes, then the name, then the folders that hold it are on the disk', async () => {
    const folder = emptyFolder('files')
    const files = await open(folder)
    const bytes = bytesOf('on the disk')
    const path = files.path(hashOf(bytes))
    const synced = await syncsOf(folder, async () => void (await files.put(bytes)), path)
    const inode = (of: string) => statSync(of).ino
    expect(synced).toEqual([
      { inode: inode(path), named: false },
      { inode: inode(dirname(path)), named: true },
      { inode: inode(folder), named: true },
    ])
  })

  it('[STORE-3] takes nothing for a name but a hash', async () => {
    const files = await open(emptyFolder('files'))
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'0'.repeat(64)}/x`]) {
      expect(() => files.path(name)).toThrow('not a hash')
    }
  })
})
