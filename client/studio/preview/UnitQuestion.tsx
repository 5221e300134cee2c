// Asks what the pipeline could not know: how large the model is meant to be, where its file does not say its unit.

import { useState } from 'react'
import type { Remark } from '../../../shared/model/summary.ts'
import { type UnitName, unitDoubt } from '../../../shared/model/units.ts'
import { PLACING_WORDS } from '../../../shared/words/placing.ts'
import { STUDIO_WORDS } from '../../../shared/words/studio.ts'
import type { Refused } from '../../state/outcome.ts'
import { Button } from '../../ui/Button.tsx'
import { Failed } from '../../ui/refusal.tsx'
import { useActions, useNoun } from '../../ui/use-app.tsx'
import { useWords } from '../../ui/words.tsx'
import { useFigures } from '../figures.ts'

interface Props {
  readonly city: string
  readonly upload: string
  readonly findings: readonly Remark[]
  /** The doubt is gone: what is known of this upload is to be read again. */
  settled(): Promise<void>
}

export function UnitQuestion({ city, upload, findings, settled }: Props) {
  const say = useWords(PLACING_WORDS)
  const { metres } = useFigures()
  const { studio } = useActions()
  const doubt = unitDoubt(findings)
  const [chosen, setChosen] = useState<UnitName | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const progress = useNoun('upload', (state) => state.byCity[city]?.progress ?? null)
  const [anew, setAnew] = useState<string | null>(null)
  const stage = progress?.upload === anew ? progress?.stage : undefined
  const working = stage && stage !== 'ready' && stage !== 'refused' ? stage : null
  if (!doubt) return null
  const taken = chosen ?? doubt.taken
  const answer = async () => {
    const reply = await studio.unit(upload, taken)
    setRefused(reply.ok ? null : reply)
    if (!reply.ok) return
    if (reply.value.upload === upload) await settled()
    else setAnew(reply.value.upload)
  }
  return (
    <section className="card staff-card unit-question" aria-labelledby="unit-title">
      <h3 id="unit-title">{say('unit.title')}</h3>
      <p>{say('unit.lead')}</p>
      <div className="unit-sizes" role="radiogroup" aria-labelledby="unit-title">
        {doubt.sizes.map(({ unit, metres: long }) => (
          <label key={unit} className="unit-size">
            <input type="radio" name="unit" checked={taken === unit} onChange={() => setChosen(unit)} />
            <span>
              {say('unit.metres', { metres: metres(long), unit })}
              {unit === doubt.taken && <span className="small muted"> {say('unit.now')}</span>}
            </span>
          </label>
        ))}
      </div>
      {working ? <Working stage={working} /> : <Answer same={taken === doubt.taken} answer={answer} />}
      {refused && <Failed refused={refused} again={answer} />}
    </section>
  )
}

function Answer({ same, answer }: { readonly same: boolean; answer(): Promise<void> }) {
  const say = useWords(PLACING_WORDS)
  return (
    <div>
      <Button look={same ? 'second' : 'first'} onPress={answer}>
        {say(same ? 'unit.keep' : 'unit.anew')}
      </Button>
    </div>
  )
}

function Working({ stage }: { readonly stage: 'queued' | 'checking' | 'optimising' }) {
  const say = useWords(PLACING_WORDS)
  const studio = useWords(STUDIO_WORDS)
  return (
    <p className="banner" role="status">
      <strong>{studio(`studio.${stage}`)}</strong> {say('unit.waiting')}
    </p>
  )
}
