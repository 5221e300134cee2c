import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pose } from '../../../shared/pose/pose.ts'
import {
  decodeEcho,
  ENTRY_BYTES,
  encodeEcho,
  GONE_BYTES,
  Gone,
  LEAD_BYTES,
  Section,
  TICK_BYTES,
  TickReader,
  writeEntry,
  writeGone,
  writeLead,
  writeTickHeader,
} from '../../../shared/pose/tick-frame.ts'

const pose: Pose = { x: -12.34, y: 0.42, z: 20.01, yaw: -2, pitch: 0.3 }

/** A sink that writes down what it is handed. */
function listen() {
  const heard: unknown[] = []
  const reader = new TickReader({
    beginTick: (tick) => heard.push(['tick', tick]),
    pushGuide: ({ x, y, z }, snap) => heard.push(['guide', x, y, z, snap]),
    pushFigure: (handle, { x, y, z }, snap) => heard.push(['figure', handle, x, y, z, snap]),
    hide: (handle) => heard.push(['hide', handle]),
    leave: (handle) => heard.push(['leave', handle]),
  })
  return { reader, heard }
}

function crowdFrame(tick: number, handles: number[], gone: [number, number][], whole = false): Uint8Array {
  const bytes = new Uint8Array(TICK_BYTES + 1 + handles.length * ENTRY_BYTES + gone.length * GONE_BYTES)
  writeTickHeader(bytes, Section.crowd | (whole ? Section.whole : 0), tick)
  let at = TICK_BYTES
  bytes[at++] = handles.length
  for (const handle of handles) {
    writeEntry(bytes, at, handle, pose, 7)
    at += ENTRY_BYTES
  }
  for (const [handle, why] of gone) {
    writeGone(bytes, at, handle, why)
    at += GONE_BYTES
  }
  return bytes
}

test('[POSE-4] a tick with the lead alone takes 17 bytes and reads back', () => {
  const bytes = new Uint8Array(TICK_BYTES + LEAD_BYTES)
  writeTickHeader(bytes, Section.lead, 4_000_000_000)
  writeLead(bytes, TICK_BYTES, pose, 255)
  const { reader, heard } = listen()
  expect(bytes.length).toBe(17)
  expect(reader.read(bytes, 0)).toBe(true)
  expect(heard).toEqual([
    ['tick', 4_000_000_000],
    ['guide', -12.34, 0.42, 20.01, 255],
  ])
  expect(reader.tick).toBe(4_000_000_000)
})

test('[POSE-4] a figure takes 9 bytes: a centimetre on the floor, two in height', () => {
  const { reader, heard } = listen()
  expect(reader.read(crowdFrame(5, [40000], []), 0)).toBe(true)
  expect(heard).toEqual([
    ['tick', 5],
    ['figure', 40000, -12.34, 0.42, 20.01, 7],
  ])
})

test('[POSE-5] a whole crowd hides everybody whom it does not list; one out of sight may come again, one who left not', () => {
  const { reader, heard } = listen()
  reader.read(crowdFrame(1, [1, 2, 3], [], true), 0)
  heard.length = 0
  reader.read(
    crowdFrame(
      2,
      [],
      [
        [1, Gone.hidden],
        [9, Gone.left],
      ],
    ),
    0,
  )
  reader.read(crowdFrame(3, [3, 4], [], true), 0)
  expect(heard.filter((line) => (line as string[])[0] !== 'figure')).toEqual([
    ['tick', 2],
    ['hide', 1],
    ['leave', 9],
    ['tick', 3],
    ['hide', 2],
  ])
})

test('[POSE-4] anything that is not a well-formed tick is refused and hands nothing over', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.boolean(), (bytes, tick) => {
      if (tick && bytes.length > 1) bytes.set([2, (bytes[1] as number) & 7])
      const { reader, heard } = listen()
      expect(reader.read(bytes, 0)).toBe(heard.length > 0)
    }),
  )
  const whole = crowdFrame(1, [1, 2], [[3, Gone.left]])
  const { reader } = listen()
  expect(reader.read(whole, 0)).toBe(true)
  for (let length = 0; length < whole.length; length++) {
    // A cut inside the list of those gone can fall on a boundary: only the count of figures can tell.
    if (length !== TICK_BYTES + 1 + 2 * ENTRY_BYTES) expect(reader.read(whole.subarray(0, length), 0)).toBe(false)
  }
})

test('[POSE-6] the echo reads back; any other bytes are no echo', () => {
  expect(decodeEcho(encodeEcho(4_000_000_000, true))).toEqual({ tick: 4_000_000_000, hidden: true })
  expect(decodeEcho(encodeEcho(0, false))).toEqual({ tick: 0, hidden: false })
  expect(decodeEcho(Uint8Array.of(3, 2, 0, 0, 0, 0))).toBe(null)
  expect(decodeEcho(encodeEcho(1, true).subarray(0, 5))).toBe(null)
})
