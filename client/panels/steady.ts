// A list whose order changes by itself stands still while somebody is about to press something in it.

import { type FocusEvent, useState } from 'react'

interface Named {
  readonly id: string
}

/** @returns the list in the order it was held in; what is new comes last, what is gone is gone */
export function steady<T extends Named>(held: readonly string[], sorted: readonly T[]): readonly T[] {
  const byId = new Map<string, T>(sorted.map((one) => [one.id, one]))
  return [...held.flatMap((id) => byId.get(id) ?? []), ...sorted.filter(({ id }) => !held.includes(id))]
}

/** @returns the list as it is to be shown, and what to give the element around it */
export function useSteady<T extends Named>(sorted: readonly T[]) {
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const hold = () => setHeld((now) => now ?? sorted.map(({ id }) => id))
  const free = () => setHeld(null)
  return {
    list: held ? steady(held, sorted) : sorted,
    around: {
      onPointerEnter: hold,
      onPointerLeave: free,
      // By keyboard only: what was clicked stays focused long after.
      onFocus: (event: FocusEvent) => {
        if (event.target.matches(':focus-visible')) hold()
      },
      onBlur: free,
    },
  }
}
