// The programs that a city could use instead, each in a process of its own, as its makers advise it for small files. What they
// refuse, or take too long over, is no file.

import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../support/paths.ts'

export interface Peer {
  readonly name: string
  /** All our near levels together take no more bytes than what it makes. */
  readonly sumIsLimit: boolean
  /** Node's arguments that turn one file into another. */
  command(input: string, output: string): readonly string[]
}

export const PEERS: readonly Peer[] = [
  {
    name: 'gltfpack -cc',
    sumIsLimit: false,
    // Its build for Node packs geometry only and leaves textures as they are.
    command: (input, output) => [join(ROOT, 'node_modules/gltfpack/cli.js'), '-i', input, '-o', output, '-cc'],
  },
  {
    name: 'gltf-transform optimize',
    sumIsLimit: true,
    command: (input, output) => [join(ROOT, 'tests/bench/reference/gltf-transform-optimize.mjs'), input, output],
  },
]

const PATIENCE_MS = 180_000

/** What a peer makes of a file; undefined where it makes nothing. */
export async function runPeer(peer: Peer, input: string, output: string): Promise<Uint8Array | undefined> {
  const child = spawn(process.execPath, [...peer.command(input, output)], { stdio: 'ignore', timeout: PATIENCE_MS })
  const code = await new Promise<number | null>((done) => {
    child.once('error', () => done(null))
    child.once('close', done)
  })
  return code === 0 ? readFile(output).catch(() => undefined) : undefined
}
