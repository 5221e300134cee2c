// The two references of the fan-out: started as processes of their own, and the light clients that speak to them.

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import type { Pose } from '../../../shared/pose/pose.ts'
import { encodePose } from '../../../shared/pose/pose-code.ts'
import { beat } from '../measure.ts'

export interface Follower {
  /** Bytes read from the network so far. */
  bytes(): number
  close(): void
}

export interface Guide {
  /** Sends so many poses, ten a second; resolves 100 ms after the last. */
  run(times: number): Promise<void>
  close(): void
}

export interface Reference {
  readonly pid: number
  follower(onPose: () => void): Promise<Follower>
  guide(): Promise<Guide>
  stop(): void
}

/** The pose number `i`: a few steps within a plot, different each time. */
export const poseOf = (i: number): Pose => ({ x: (i % 400) / 100, y: 0, z: 1.5, yaw: (i % 200) / 100, pitch: 0 })

async function startServer(file: string): Promise<{ pid: number; port: number; stop: () => void }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ['--import', 'tsx'] })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (said) => resolve((said as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return { pid: child.pid as number, port, stop: () => void child.kill('SIGKILL') }
}

/** Opens a WebSocket that is ready when `isReady` says so of a text message. */
export function openSocket(
  url: string,
  headers: Readonly<Record<string, string>>,
  onText: (text: string, socket: WebSocket) => boolean,
  onBytes: (bytes: Buffer) => void,
): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true, headers })
    socket.on('error', reject)
    socket.on('message', (data, isBinary) => {
      if (isBinary) onBytes(data as Buffer)
      else if (onText((data as Buffer).toString('utf8'), socket)) resolve(socket)
    })
  })
}

/** Bytes that a client's stream has read, handshake included. */
export const bytesRead = (socket: WebSocket): number =>
  Number(Reflect.get(Reflect.get(socket, '_socket') as object, 'bytesRead'))

const follower = (socket: WebSocket): Follower => ({ bytes: () => bytesRead(socket), close: () => socket.terminate() })

const steadyGuide = (socket: WebSocket, encode: (i: number) => string | Uint8Array): Guide => ({
  run: (times) => beat(100, times, (i) => socket.send(encode(i))),
  close: () => socket.terminate(),
})

/** `ws`, one pre-encoded buffer for all. */
export async function startWsPre(): Promise<Reference> {
  const { pid, port, stop } = await startServer('ws-pre.ts')
  const open = (role: string, onBytes: () => void) =>
    openSocket(`ws://127.0.0.1:${port}/?role=${role}`, {}, () => true, onBytes)
  return {
    pid,
    stop,
    follower: async (onPose) => follower(await open('follow', onPose)),
    async guide() {
      const socket = await open('guide', () => undefined)
      return steadyGuide(socket, (i) => encodePose(poseOf(i), 0, i))
    },
  }
}

/** Socket.IO, JSON. */
export async function startSocketIoJson(): Promise<Reference> {
  const { pid, port, stop } = await startServer('socket-io-json.ts')
  const open = (role: string, onPose: () => void) =>
    openSocket(
      `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket&role=${role}`,
      {},
      (text, socket) => {
        if (text[0] === '0') socket.send('40')
        else if (text === '2') socket.send('3')
        else if (text.startsWith('42["pose"')) onPose()
        return text.startsWith('42["ready"')
      },
      () => undefined,
    )
  return {
    pid,
    stop,
    follower: async (onPose) => follower(await open('follow', onPose)),
    async guide() {
      const socket = await open('guide', () => undefined)
      return steadyGuide(socket, (i) => `42${JSON.stringify(['pose', { t: i, ...poseOf(i) }])}`)
    },
  }
}
