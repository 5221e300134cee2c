// Earlier uploads of the city, from the server; asked again with each stage of the one shown, and after a lost line.

import { useCallback, useEffect } from 'react'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { Failed } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useWords } from '../ui/words.tsx'

const SHOWN = 6

export function Earlier({ city }: { readonly city: string }) {
  const say = useWords(STUDIO_WORDS)
  const { upload } = useActions()
  const stage = useNoun('upload', (state) => state.byCity[city]?.progress?.stage)
  const ask = useCallback(() => upload.list(city), [upload, city])
  const { value, refused, again } = useAsked(ask)
  const ups = useNoun('connection', (connection) => connection.ups)
  useEffect(() => {
    if (stage || ups > 1) void again()
  }, [stage, ups, again])
  const uploads = value?.uploads ?? []
  if (!uploads.length && !refused) return null
  return (
    <section className="card staff-card" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{say('studio.earlier')}</h2>
      {refused && <Failed refused={refused} again={again} />}
      <ul className="staff-list">
        {uploads.slice(0, SHOWN).map((one) => (
          <li key={one.upload}>
            <span className="earlier-name">{one.name}</span>
            <span className={one.stage === 'refused' ? 'tag' : 'tag net'}>{say(`studio.${one.stage}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
