// Who is editing which section of which booth just now, by line: shown to colleagues, kept nowhere. It stops nobody; the section's
// revision does.

import type { Section } from '../../shared/booth/content.ts'
import type { BoothLock } from '../../shared/protocol/wire.ts'
import type { Caller } from '../gateway/handler.ts'

export interface Locks {
  /** The caller's line edits this section now, or none. */
  set(caller: Caller, booth: string, section: Section | null): void
  /** A line is gone. */
  leave(caller: Caller): void
  of(booth: string): readonly BoothLock[]
}

/** @param onChange who edits what in a booth has changed */
export function createLocks(onChange: (booth: string, locks: readonly BoothLock[]) => void): Locks {
  const held = new Map<string, { readonly booth: string; readonly section: Section; readonly caller: Caller }>()
  const of = (booth: string): readonly BoothLock[] =>
    [...held.values()]
      .filter((one) => one.booth === booth)
      .map(({ section, caller: { person, me } }) => ({ section, person, name: me.name }))
  const free = (line: string): string | null => {
    const booth = held.get(line)?.booth ?? null
    held.delete(line)
    return booth
  }
  return {
    of,
    set: (caller, booth, section) => {
      const before = free(caller.line.id)
      if (section) held.set(caller.line.id, { booth, section, caller })
      if (before && before !== booth) onChange(before, of(before))
      onChange(booth, of(booth))
    },
    leave: ({ line }) => {
      const booth = free(line.id)
      if (booth) onChange(booth, of(booth))
    },
  }
}
