// What stands on the booth now, in figures; live, as the hall is told.

import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { Thumbnail } from '../ui/Thumbnail.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useFigures } from './figures.ts'

export function CurrentModel({ city }: { readonly city: string }) {
  const say = useWords(STUDIO_WORDS)
  const booth = useNoun('hall', (hall) => hall.booths[city])
  const { bytes, count, metres } = useFigures()
  const model = booth?.model
  return (
    <section className="card staff-card" aria-labelledby="current-title">
      <h2 id="current-title">{say('studio.current')}</h2>
      <Thumbnail of={model?.thumbnail} className="current-thumbnail" />
      {model ? (
        <dl className="facts" data-model={model.hash}>
          <div>
            <dt>{say('studio.triangles')}</dt>
            <dd>{count(model.near.triangles)}</dd>
          </div>
          <div>
            <dt>{say('studio.bytes')}</dt>
            <dd>{bytes(model.near.bytes)}</dd>
          </div>
          <div className="wide">
            <dt>{say('studio.size', { x: metres(model.size.x), y: metres(model.size.y), z: metres(model.size.z) })}</dt>
          </div>
        </dl>
      ) : (
        <p className="muted">{say('studio.current-none')}</p>
      )}
    </section>
  )
}
