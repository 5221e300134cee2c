// How it stands with a booth, out of its life and history: what is shown, waits, is scheduled, came back, was taken down. Pure.

import type { BoothContent, ContentFault, ItemId, Section } from '../../shared/booth/content.ts'
import type { BoothEvent, BoothLife } from '../../shared/booth/life.ts'
import type { By, HistoryRow } from '../../shared/protocol/http.ts'
import type { Part } from '../state/studio-store.ts'

export type Standing =
  | { readonly is: 'down'; readonly by: By | null; readonly remark: string }
  | { readonly is: 'default' }
  | { readonly is: 'shown'; readonly n: number; readonly by: By | null }
  | { readonly is: 'waiting'; readonly n: number; readonly by: By | null; readonly showAt: number | null }
  | { readonly is: 'scheduled'; readonly n: number; readonly showAt: number }
  | { readonly is: 'returned'; readonly n: number; readonly by: By | null; readonly remark: string }

/** Everything that stands now, the most pressing first. @param history the newest first */
export function standingOf(life: BoothLife, history: readonly HistoryRow[]): readonly Standing[] {
  const { versions, shown, down } = life
  const all: Standing[] = []
  if (down) {
    const row = history.find(({ event }) => event.type === 'taken-down')
    all.push({ is: 'down', by: row?.by ?? null, remark: remarkOf(row?.event) })
  }
  const newest = versions.at(-1)
  if (newest?.state === 'returned') {
    const row = rowOf(history, 'returned', newest.n)
    all.push({ is: 'returned', n: newest.n, by: row?.by ?? null, remark: remarkOf(row?.event) })
  }
  for (const { n, state, showAt } of versions) {
    if (state === 'submitted') all.push({ is: 'waiting', n, by: rowOf(history, 'submitted', n)?.by ?? null, showAt })
    if (state === 'approved' && showAt !== null && n !== shown) all.push({ is: 'scheduled', n, showAt })
  }
  if (shown !== null && !down) all.push({ is: 'shown', n: shown, by: rowOf(history, 'shown', shown)?.by ?? null })
  if (shown === null && !down) all.push({ is: 'default' })
  return all
}

/** The newest event of this kind about a version. */
export const rowOf = (history: readonly HistoryRow[], type: BoothEvent['type'], n: number): HistoryRow | undefined =>
  history.find(({ event }) => event.type === type && 'n' in event && event.n === n)

const remarkOf = (event: BoothEvent | undefined): string => (event && 'remark' in event ? event.remark : '')

/** The draft as it is here, saved or not. */
export const draftOf = (parts: { readonly [S in Section]: Part<S> }): BoothContent =>
  Object.fromEntries(Object.entries(parts).map(([section, part]) => [section, part.mine])) as unknown as BoothContent

/** What the thing of a fault is called, in both languages; null where it has no name. */
export function namedBy(content: BoothContent, { section, item }: ContentFault) {
  const items = content[section] as readonly { readonly id: ItemId }[] | object
  const found = Array.isArray(items) ? (items as readonly Named[]).find(({ id }) => id === item) : undefined
  return found ? (found.name ?? found.title ?? null) : null
}

interface Named {
  readonly id: ItemId
  readonly name?: { readonly zh: string; readonly en: string }
  readonly title?: { readonly zh: string; readonly en: string }
}
