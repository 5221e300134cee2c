// The booth's model: where it stands, what stands there now, a new one's way up, and whether the draft has another one than the hall.

import { useEffect } from 'react'
import { Link } from 'wouter'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { studioPath } from '../ui/paths.ts'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { CurrentModel } from './CurrentModel.tsx'
import { Earlier } from './Earlier.tsx'
import { Placing } from './preview/Placing.tsx'
import { UploadModel } from './UploadModel.tsx'
import { useVersion } from './use-publish.ts'

/** Drawing them takes a while: not while somebody has only just come or is about to go, ms. */
const SETTLED_MS = 20_000

/** Where the house takes no pictures of models, this page does, in a quiet moment once one is ready. */
function usePictures(city: string): void {
  const { upload } = useActions()
  const stage = useNoun('upload', (state) => state.byCity[city]?.progress?.stage)
  useEffect(() => {
    if (stage !== undefined && stage !== 'ready') return
    const settled = setTimeout(() => upload.pictures(city), SETTLED_MS)
    return () => clearTimeout(settled)
  }, [upload, city, stage])
}

export function ModelPart({ city }: { readonly city: string }) {
  usePictures(city)
  return (
    <>
      <OnlyInDraft city={city} />
      <Placing city={city} />
      <div className="studio-parts">
        <UploadModel city={city} />
        <div className="stack">
          <CurrentModel city={city} />
          <Earlier city={city} />
        </div>
      </div>
    </>
  )
}

/** Says it where the model that was accepted last is not shown yet. */
function OnlyInDraft({ city }: { readonly city: string }) {
  const say = useWords(PART_WORDS)
  const drafted = useNoun('studio', ({ booth, parts }) => (booth === city ? (parts?.model.mine.upload ?? null) : null))
  const shown = useNoun('studio', ({ booth, life }) => (booth === city ? (life?.shown ?? null) : null))
  const { content } = useVersion(drafted === null ? null : shown)
  const known = shown === null || content !== null
  if (drafted === null || !known || content?.model.upload === drafted) return null
  return (
    <p className="banner warm" role="status">
      <span>{say('part.model-draft')}</span>
      <Link href={studioPath(city, 'publish')}>{say('part.publish')}</Link>
    </p>
  )
}
