// Uploading: the file button and the drop zone, then the way of the file with its stages, then the report or what to do.

import { type DragEvent, useId, useState } from 'react'
import { UPLOAD_ENDINGS } from '../../shared/model/formats.ts'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { isTurnedAway } from '../state/upload-store.ts'
import { Button } from '../ui/Button.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { OpenUploads, RoomLine } from './OpenUploads.tsx'
import { UploadNext } from './UploadNext.tsx'
import { UploadProgress } from './UploadProgress.tsx'
import { useStayAsked } from './use-stay-asked.ts'

export function UploadModel({ city }: { readonly city: string }) {
  const say = useWords(STUDIO_WORDS)
  const upload = useNoun('upload', (state) => state.byCity[city])
  const [again, setAgain] = useState(false)
  const stage = upload?.progress?.stage
  const done =
    stage === 'ready' ||
    stage === 'refused' ||
    upload?.phase === 'stopped' ||
    (upload !== undefined && isTurnedAway(upload))
  useStayAsked(upload?.phase === 'sending' || upload?.phase === 'waiting')
  const choosing = !upload || (done && again)
  return (
    <section className="card staff-card studio-upload" aria-labelledby="upload-title">
      <h2 id="upload-title">{say('studio.upload')}</h2>
      <OpenUploads city={city} />
      {choosing ? (
        <Drop city={city} started={() => setAgain(false)} />
      ) : (
        <>
          <UploadProgress upload={upload} />
          {stage === 'ready' && upload.progress && <UploadNext city={city} upload={upload.progress.upload} />}
          {done && (
            <div>
              <Button onPress={() => setAgain(true)}>{say('studio.another')}</Button>
            </div>
          )}
        </>
      )}
      <RoomLine city={city} />
    </section>
  )
}

function Drop({ city, started }: { readonly city: string; started(): void }) {
  const say = useWords(STUDIO_WORDS)
  const actions = useActions()
  const [over, setOver] = useState(false)
  const id = useId()
  const take = (file: File | undefined) => {
    if (!file) return
    started()
    actions.upload.start(city, file)
  }
  const drag = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is)
  }
  return (
    // Dropping is an extra way; the labelled file button inside does the same by keyboard.
    <div
      className={over ? 'drop over-drop' : 'drop'}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        take(event.dataTransfer.files[0])
      }}
    >
      <input
        id={id}
        className="hidden-text"
        type="file"
        accept={UPLOAD_ENDINGS.join(',')}
        onChange={(event) => take(event.target.files?.[0])}
      />
      <label htmlFor={id} className="button first big">
        {say('studio.choose')}
      </label>
      <p className="muted">{say('studio.drop')}</p>
      <p className="small muted">{say('studio.formats')}</p>
    </div>
  )
}
