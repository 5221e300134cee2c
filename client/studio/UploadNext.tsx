// What happens next with a model that was accepted: sent to the desk or published, waiting there, or seen by everybody.

import { Link } from 'wouter'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { studioPath } from '../ui/paths.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useVersion } from './use-publish.ts'

export function UploadNext({ city, upload }: { readonly city: string; readonly upload: string }) {
  const say = useWords(STUDIO_WORDS)
  const here = useNoun('studio', ({ booth }) => booth === city)
  const life = useNoun('studio', (state) => state.life)
  const review = useNoun('studio', (state) => state.review)
  const drafted = useNoun('studio', ({ parts }) => parts?.model.mine.upload ?? null)
  const waiting = life?.versions.find(({ state }) => state === 'submitted')?.n ?? null
  const shown = useVersion(life?.down ? null : (life?.shown ?? null)).content?.model.upload
  const waits = useVersion(waiting).content?.model.upload
  if (!here || !life) return null
  if (shown === upload) {
    return (
      <p className="banner good" role="status">
        {say('studio.next-shown')}
      </p>
    )
  }
  if (waiting !== null && waits === upload) {
    return (
      <p className="banner" role="status">
        {say('studio.next-waits', { n: waiting })}
      </p>
    )
  }
  if (drafted !== upload) return null
  return (
    <p className="banner warm" role="status">
      <span>{say(review ? 'studio.next-submit' : 'studio.next-publish')}</span>
      <Link href={studioPath(city, 'publish')}>{say('studio.next-go')}</Link>
    </p>
  )
}
