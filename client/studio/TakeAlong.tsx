// Taking a city's whole content along as one zip, and bringing one in: sent and checked like any upload, read beside the draft, and put into
// it only after a question.

import { useId, useState } from 'react'
import type { Imported } from '../../shared/booth/bundle.ts'
import { TAKE_ALONG_WORDS } from '../../shared/words/take-along.ts'
import { useCityName } from '../desk/role-words.ts'
import type { Refused } from '../state/outcome.ts'
import { isTurnedAway, type Upload, uploadKey } from '../state/upload-store.ts'
import { Button } from '../ui/Button.tsx'
import { exportPath } from '../ui/paths.ts'
import { Failed, RefusalLine } from '../ui/refusal.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { ContentDifferences } from './ContentDifferences.tsx'
import { OpenUploads } from './OpenUploads.tsx'
import { draftOf } from './standing.ts'
import { UploadProgress } from './UploadProgress.tsx'
import { useImported, useImports } from './use-imported.ts'

export function TakeAlong({ city }: { readonly city: string }) {
  const say = useWords(TAKE_ALONG_WORDS)
  useImports(city)
  const upload = useNoun('upload', ({ byCity }) => byCity[uploadKey(city, 'import')])
  return (
    <section className="card staff-card" aria-labelledby="along-title">
      <h3 id="along-title">{say('along.title')}</h3>
      <p className="muted">{say('along.what')}</p>
      <div>
        <a className="button second" href={exportPath(city)} download>
          {say('along.take')}
        </a>
      </div>
      <BringIn city={city} upload={upload && upload.phase !== 'stopped' ? upload : null} />
    </section>
  )
}

function BringIn({ city, upload }: { readonly city: string; readonly upload: Upload | null }) {
  const say = useWords(TAKE_ALONG_WORDS)
  const stage = upload?.progress?.stage
  if (upload?.progress && stage === 'ready') return <Ready city={city} upload={upload.progress.upload} />
  const over = !upload || stage === 'refused' || isTurnedAway(upload)
  return (
    <div className="stack">
      <OpenUploads city={city} kind="import" />
      {upload && <UploadProgress upload={upload} />}
      {over && <ChooseZip city={city} label={say(upload ? 'along.another' : 'along.bring')} />}
      {over && <p className="small muted">{say('along.bring-what')}</p>}
    </div>
  )
}

function ChooseZip({ city, label }: { readonly city: string; readonly label: string }) {
  const { upload } = useActions()
  const id = useId()
  return (
    <div>
      <input
        id={id}
        className="hidden-text"
        type="file"
        accept=".zip"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) upload.start(city, file, 'import')
        }}
      />
      <label htmlFor={id} className="button second">
        {label}
      </label>
    </div>
  )
}

function Ready({ city, upload }: { readonly city: string; readonly upload: string }) {
  const say = useWords(TAKE_ALONG_WORDS)
  const { locale } = useLanguage()
  const cityName = useCityName()
  const { value: imported, refused, again } = useAsked(useImported(upload))
  const [sure, setSure] = useState(false)
  if (!imported) return refused ? <Gone city={city} refused={refused} again={again} /> : null
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(imported.made)
  return (
    <div className="stack">
      <p className="banner good" role="status">
        {say('along.ready', { city: cityName(imported.city), when })}
      </p>
      <div className="row">
        <Button look="first" onPress={() => setSure(true)}>
          {say('along.put')}
        </Button>
        <ChooseZip city={city} label={say('along.another')} />
      </div>
      <Sheet title={say('along.sure')} open={sure} wide close={() => setSure(false)}>
        <Sure city={city} upload={upload} imported={imported} close={() => setSure(false)} />
      </Sheet>
    </div>
  )
}

interface GoneProps {
  readonly city: string
  readonly refused: Refused
  again(): Promise<void>
}

function Gone({ city, refused, again }: GoneProps) {
  const say = useWords(TAKE_ALONG_WORDS)
  return (
    <div className="stack">
      <Failed refused={refused} again={again} />
      <ChooseZip city={city} label={say('along.another')} />
    </div>
  )
}

interface SureProps {
  readonly city: string
  readonly upload: string
  readonly imported: Imported
  close(): void
}

function Sure({ city, upload, imported, close }: SureProps) {
  const say = useWords(TAKE_ALONG_WORDS)
  const { studio, upload: uploads, say: tell } = useActions()
  const parts = useNoun('studio', (state) => state.parts)
  const [refused, setRefused] = useState<Refused | null>(null)
  if (!parts) return null
  const draft = draftOf(parts)
  const same = JSON.stringify(draft) === JSON.stringify(imported.content)
  const put = async () => {
    const reply = await studio.bringIn(upload)
    setRefused(reply.ok ? null : reply)
    if (!reply.ok) return
    close()
    uploads.stop(city, 'import')
    tell(say('along.done'))
  }
  return (
    <div className="stack">
      <p>{say(same ? 'along.same' : 'along.sure-what')}</p>
      <RefusalLine refused={refused} />
      <div className="row">
        <Button look="first" onPress={put} disabled={same}>
          {say('along.sure-go')}
        </Button>
        <a className="button quiet" href={exportPath(city)} download>
          {say('along.sure-take')}
        </a>
      </div>
      {/* Within reach of the keyboard, so that it can be scrolled. */}
      <section className="stack publish" aria-label={say('along.then')} tabIndex={0}>
        <ContentDifferences a={draft} b={imported.content} names={[say('along.now'), say('along.then')]} level={3} />
      </section>
    </div>
  )
}
