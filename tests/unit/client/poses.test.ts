// Poses on their way in and out: no store is touched, sent only on change, echoed from the handler.

import { describe, expect, it } from 'vitest'
import { receiveTicks } from '../../../client/net/receive-ticks.ts'
import { sendPose } from '../../../client/net/send-pose.ts'
import type { LineNews } from '../../../client/net/socket.ts'
import { createStores } from '../../../client/state/stores.ts'
import { decodePose, makePosePacket } from '../../../shared/pose/pose-code.ts'
import {
  decodeEcho,
  ENTRY_BYTES,
  LEAD_BYTES,
  Section,
  TICK_BYTES,
  writeEntry,
  writeLead,
  writeTickHeader,
} from '../../../shared/pose/tick-frame.ts'
import { memoryShelf } from './fake-socket.ts'

function hotLine() {
  const sent: Uint8Array[] = []
  let heard: (bytes: Uint8Array) => void = () => {}
  const news: Array<(one: LineNews) => void> = []
  return {
    sent,
    takes: true,
    hot(bytes: Uint8Array) {
      if (this.takes) sent.push(bytes)
      return this.takes
    },
    onHot: (then: (bytes: Uint8Array) => void) => void (heard = then),
    onNews: (then: (one: LineNews) => void) => void news.push(then),
    deliver: (bytes: Uint8Array) => heard(bytes),
    up: () => {
      for (const then of news) then({ type: 'up' })
    },
  }
}

/** A frame with the guide and one other figure, both a step further each tick. */
function frame(tick: number): Uint8Array {
  const pose = { x: tick / 50, y: 0, z: 1, yaw: 0, pitch: 0 }
  const bytes = new Uint8Array(TICK_BYTES + LEAD_BYTES + 1 + ENTRY_BYTES)
  writeTickHeader(bytes, Section.lead | Section.crowd, tick)
  writeLead(bytes, TICK_BYTES, pose, 0)
  bytes[TICK_BYTES + LEAD_BYTES] = 1
  writeEntry(bytes, TICK_BYTES + LEAD_BYTES + 1, 12, pose, 0)
  return bytes
}

describe('poses from the net', () => {
  it('[UI-10] a hundred ticks write no store, so nothing renders, and the figures are known', () => {
    const stores = createStores(memoryShelf(), () => 'zh')
    let writes = 0
    const { live, ...nouns } = stores
    for (const store of Object.values(nouns)) store.subscribe(() => writes++)
    const line = hotLine()
    receiveTicks(line, live, { now: () => 0, hidden: () => false, steers: () => false })
    for (let tick = 1; tick <= 100; tick++) line.deliver(frame(tick))
    expect(writes).toBe(0)
    expect(live.figures.size).toBe(1)
    expect(live.guide.known).toBe(true)
  })

  it('[UI-10] ticks are echoed from the handler, at once when the tab is hidden or shown', () => {
    const line = hotLine()
    const { live } = createStores(memoryShelf(), () => 'zh')
    let hidden = false
    let steers = false
    receiveTicks(line, live, { now: () => 0, hidden: () => hidden, steers: () => steers })
    const echoes = () => line.sent.splice(0).map((bytes) => decodeEcho(bytes))
    line.deliver(frame(100))
    line.deliver(frame(101))
    expect(echoes()).toEqual([{ tick: 100, hidden: false }])
    hidden = true
    line.deliver(frame(102))
    line.deliver(frame(103))
    expect(echoes()).toEqual([{ tick: 102, hidden: true }])
    steers = true
    line.deliver(frame(113))
    expect(echoes()).toEqual([{ tick: 113, hidden: true }])
  })

  it('[UI-10] a new line, whose server may count anew, is echoed from its first tick on', () => {
    const line = hotLine()
    const { live } = createStores(memoryShelf(), () => 'zh')
    receiveTicks(line, live, { now: () => 0, hidden: () => false, steers: () => false })
    line.deliver(frame(9000))
    line.up()
    line.deliver(frame(60))
    expect(line.sent.map((bytes) => decodeEcho(bytes)?.tick)).toEqual([9000, 60])
  })

  it('[UI-10] what is no tick is neither taken nor echoed', () => {
    const line = hotLine()
    const { live } = createStores(memoryShelf(), () => 'zh')
    receiveTicks(line, live, { now: () => 0, hidden: () => false, steers: () => false })
    line.deliver(new Uint8Array([9, 9, 9]))
    expect(line.sent).toEqual([])
  })
})

describe('own pose', () => {
  /** @param entered the hall was entered already */
  function sender(entered = true) {
    const line = hotLine()
    const { live } = createStores(memoryShelf(), () => 'zh')
    let beat: () => void = () => {}
    sendPose({ line, live, every: (then) => void (beat = then) })
    if (entered) live.ownHandle = 7
    const move = (x: number, jumped = false) => live.setOwn({ x, y: 0, z: 0, yaw: 0, pitch: 0 }, jumped)
    return { line, live, move, beat: () => beat() }
  }

  it('[UI-11] goes out when it moved by a centimetre, and not otherwise', () => {
    const { line, move, beat } = sender()
    beat()
    expect(line.sent.length).toBe(0)
    move(1)
    beat()
    move(1.004)
    beat()
    expect(line.sent.length).toBe(1)
    move(1.02)
    beat()
    expect(line.sent.length).toBe(2)
    const packet = makePosePacket()
    expect(decodePose(line.sent[1] ?? new Uint8Array(), packet)).toBe(true)
    expect([packet.pose.x, packet.sequence]).toEqual([1.02, 2])
  })

  it('[UI-11] many moves between two beats are one packet, a jump on the spot is one too', () => {
    const { line, move, beat } = sender()
    for (let i = 0; i < 20; i++) move(i)
    beat()
    beat()
    expect(line.sent.length).toBe(1)
    move(19, true)
    beat()
    expect(line.sent.length).toBe(2)
  })

  it('[UI-11] after each entry it is sent once anew, on a new line not before it', () => {
    const { line, live, move, beat } = sender()
    move(3)
    beat()
    line.up()
    move(4)
    beat()
    expect(line.sent.length).toBe(1)
    live.ownHandle = 8
    beat()
    beat()
    expect(line.sent.length).toBe(2)
  })

  it('[UI-11] before the first entry nothing is sent, then where one stands', () => {
    const { line, live, move, beat } = sender(false)
    line.up()
    move(3)
    beat()
    expect(line.sent.length).toBe(0)
    live.ownHandle = 7
    beat()
    expect(line.sent.length).toBe(1)
  })

  it('[UI-11] what the line does not take goes out with the next beat, the last step of a walk too', () => {
    const { line, move, beat } = sender()
    const packet = makePosePacket()
    line.takes = false
    move(3)
    beat()
    line.takes = true
    beat()
    line.takes = false
    move(4)
    beat()
    beat()
    line.takes = true
    beat()
    beat()
    const read = line.sent.map((bytes) => decodePose(bytes, packet) && [packet.pose.x, packet.sequence])
    expect(read).toEqual([
      [3, 1],
      [4, 2],
    ])
  })

  it('[UI-11] packets are numbered on to 65,535 and then from 0', () => {
    const { line, move, beat } = sender()
    const packet = makePosePacket()
    const numbers: number[] = []
    for (let i = 0; i < 65_540; i++) {
      move(i % 2)
      beat()
      decodePose(line.sent.pop() ?? new Uint8Array(), packet)
      numbers.push(packet.sequence)
    }
    expect(numbers.every((number, i) => number === ((i + 1) & 0xffff))).toBe(true)
  })
})
