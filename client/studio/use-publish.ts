// What the pages of publishing share: giving a command with what came of it, and a version's content, read once.

import { useEffect, useState } from 'react'
import type { BoothContent } from '../../shared/booth/content.ts'
import type { BoothCommand } from '../../shared/booth/life.ts'
import type { Refused } from '../state/outcome.ts'
import { useActions } from '../ui/use-app.tsx'

export interface Giving {
  readonly refused: Refused | null
  /** @returns whether it was done */
  give(command: BoothCommand): Promise<boolean>
}

export function useGiving(): Giving {
  const { studio } = useActions()
  const [refused, setRefused] = useState<Refused | null>(null)
  const give = async (command: BoothCommand) => {
    const reply = await studio.command(command)
    setRefused(reply.ok ? null : reply)
    return reply.ok
  }
  return { refused, give }
}

export interface VersionRead {
  /** Null while it is not here. */
  readonly content: BoothContent | null
  readonly refused: Refused | null
}

/** @param n null: none is wanted */
export function useVersion(n: number | null): VersionRead {
  const { studio } = useActions()
  const [read, setRead] = useState<VersionRead & { readonly n: number | null }>({
    n: null,
    content: null,
    refused: null,
  })
  useEffect(() => {
    if (n === null) return
    let wanted = true
    void studio.version(n).then((reply) => {
      if (wanted) setRead(reply.ok ? { n, content: reply.value, refused: null } : { n, content: null, refused: reply })
    })
    return () => {
      wanted = false
    }
  }, [studio, n])
  return read.n === n ? read : { content: null, refused: null }
}
