// Damages a model's file by a seeded hand: bytes, lengths, the scene's text, a zip's entries. One kind of harm a file, told in words.

import { type Chance, type Damaged, ODD_NUMBERS, pick, whole } from './chance.ts'
import { damageScene } from './damage-scene.ts'
import { damageZip, isZip } from './damage-zip.ts'

/** The same file with one kind of harm done to it. The same chance gives the same file. */
export function damage(file: Buffer, chance: Chance): Damaged {
  const dice = chance()
  if (isZip(file)) {
    if (dice < 0.5) return damageScene(file, chance)
    return dice < 0.8 ? damageZip(file, chance) : damageBytes(file, chance)
  }
  if (dice < 0.6) return damageScene(file, chance)
  return dice < 0.8 ? damageLengths(file, chance) : damageBytes(file, chance)
}

function damageBytes(file: Buffer, chance: Chance): Damaged {
  const kinds: readonly (() => Damaged)[] = [
    () => {
      const bytes = Buffer.from(file)
      const times = 1 + whole(20, chance)
      for (let k = 0; k < times; k++) bytes[whole(bytes.length, chance)] = whole(256, chance)
      return { bytes, how: `${times} bytes turned` }
    },
    () => {
      const length = whole(file.length, chance)
      return { bytes: file.subarray(0, length), how: `cut to ${length}` }
    },
    () => {
      const more = 1 + whole(100_000, chance)
      return { bytes: Buffer.concat([file, Buffer.alloc(more, whole(256, chance))]), how: `grown by ${more}` }
    },
    () => {
      const bytes = Buffer.from(file)
      const [at, length] = [whole(bytes.length, chance), whole(5_000, chance)]
      bytes.fill(pick([0, 255], chance) ?? 0, at, Math.min(bytes.length, at + length))
      return { bytes, how: `${length} bytes from ${at} wiped` }
    },
    () => {
      const [from, to, length] = [whole(file.length, chance), whole(file.length, chance), whole(5_000, chance)]
      const bytes = Buffer.from(file)
      file.copy(bytes, to, from, from + length)
      return { bytes, how: `${length} bytes from ${from} copied to ${to}` }
    },
  ]
  return (kinds[whole(kinds.length, chance)] as () => Damaged)()
}

/** The header's and the chunks' own fields. */
function damageLengths(file: Buffer, chance: Chance): Damaged {
  const bytes = Buffer.from(file)
  const binary = 20 + bytes.readUInt32LE(12)
  const fields = [0, 4, 8, 12, 16, binary, binary + 4].filter((at) => at + 4 <= bytes.length)
  const at = pick(fields, chance) ?? 8
  const before = bytes.readUInt32LE(at)
  const near = pick([before + 1, before - 1, before + 4, before - 4, before * 2], chance) ?? 0
  const value = Math.abs(Math.trunc(chance() < 0.5 ? near : (pick(ODD_NUMBERS, chance) ?? 0))) % 4_294_967_296
  bytes.writeUInt32LE(value, at)
  return { bytes, how: `the field at ${at} from ${before} to ${value}` }
}
