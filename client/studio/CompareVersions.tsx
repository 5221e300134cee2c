// Two versions side by side, or one and the draft: per part, what one says and the other.

import { useState } from 'react'
import { type BoothContent, EMPTY_CONTENT } from '../../shared/booth/content.ts'
import type { BoothLife } from '../../shared/booth/life.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { PUBLISH_WORDS } from '../../shared/words/publish.ts'
import { RefusalLine } from '../ui/refusal.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { ContentDifferences } from './ContentDifferences.tsx'
import { draftOf } from './standing.ts'
import { useVersion } from './use-publish.ts'

/** A version by its number, or what is no version. */
type Side = number | 'draft' | 'default'

export function CompareVersions({ life }: { readonly life: BoothLife }) {
  const say = useWords(PUBLISH_WORDS)
  const [a, setA] = useState<Side | null>(null)
  const [b, setB] = useState<Side>('draft')
  const left = a ?? life.shown ?? 'default'
  return (
    <section className="card staff-card" aria-labelledby="compare-title">
      <h3 id="compare-title">{say('publish.compare')}</h3>
      <div className="both-field">
        <SideField id="compare-a" label={say('publish.compare-a')} life={life} side={left} change={setA} />
        <SideField id="compare-b" label={say('publish.compare-b')} life={life} side={b} change={setB} />
      </div>
      <Compared a={left} b={b} />
    </section>
  )
}

interface SideFieldProps {
  readonly id: string
  readonly label: string
  readonly life: BoothLife
  readonly side: Side
  change(side: Side): void
}

function SideField({ id, label, life, side, change }: SideFieldProps) {
  const nameOf = useSideName()
  const sides: readonly Side[] = ['draft', ...life.versions.map(({ n }) => n).reverse(), 'default']
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={String(side)}
        onChange={(event) => change(sides.find((one) => String(one) === event.target.value) ?? side)}
      >
        {sides.map((one) => (
          <option key={one} value={String(one)}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function useSideName(): (side: Side) => string {
  const say = useWords(PUBLISH_WORDS)
  return (side) => (typeof side === 'number' ? say('publish.version', { n: side }) : say(`publish.compare-${side}`))
}

function useSide(side: Side): { readonly content: BoothContent | null; readonly refused: Refusal } {
  const parts = useNoun('studio', (state) => state.parts)
  const { content, refused } = useVersion(typeof side === 'number' ? side : null)
  if (side === 'default') return { content: EMPTY_CONTENT, refused: null }
  return side === 'draft' ? { content: parts && draftOf(parts), refused: null } : { content, refused }
}

type Refusal = ReturnType<typeof useVersion>['refused']

function Compared({ a, b }: { readonly a: Side; readonly b: Side }) {
  const common = useWords(COMMON_WORDS)
  const nameOf = useSideName()
  const one = useSide(a)
  const other = useSide(b)
  const refused = one.refused ?? other.refused
  if (refused) return <RefusalLine refused={refused} />
  if (!one.content || !other.content) return <p className="muted">{common('common.loading')}</p>
  return <ContentDifferences a={one.content} b={other.content} names={[nameOf(a), nameOf(b)]} level={4} />
}
