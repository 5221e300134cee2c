// A booth's model in pictures from its sides, for where the hall is not drawn.

import { STILL } from '../../shared/model/stills.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import { filePath } from '../ui/paths.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import './model-stills.css'

export function ModelStills({ city }: { readonly city: string }) {
  const say = useWords(HALL_WORDS)
  const stills = useNoun('hall', (hall) => hall.booths[city]?.model?.stills)
  if (!stills) return null
  return (
    <div className="model-stills">
      {stills.map((hash, at) => (
        <img
          key={hash}
          src={filePath(hash)}
          alt={say('flat.model', { number: at + 1, count: stills.length })}
          width={STILL.width}
          height={STILL.height}
          loading="lazy"
        />
      ))}
    </div>
  )
}
