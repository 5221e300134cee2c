// Earlier uploads of the city, from the server; asked again when one of ours ends.

import { useEffect, useState } from 'react'
import type { ModelProgress } from '../../shared/model/progress.ts'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

const SHOWN = 6

export function Earlier({ city }: { readonly city: string }) {
  const say = useWords(STUDIO_WORDS)
  const { upload } = useActions()
  const stage = useNoun('upload', (state) => state.byCity[city]?.progress?.stage)
  const [uploads, setUploads] = useState<readonly ModelProgress[]>([])
  // The list changes with the stage.
  useEffect(() => {
    let left = false
    void upload.list(city).then((reply) => {
      if (!left && reply.ok) setUploads(reply.value.uploads)
    })
    return () => {
      left = true
    }
  }, [upload, city, stage])
  if (!uploads.length) return null
  return (
    <section className="card studio-card" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{say('studio.earlier')}</h2>
      <ul className="earlier">
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
