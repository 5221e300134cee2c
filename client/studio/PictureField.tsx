// A picture of the city: chosen or dropped, sent at once, shown as it is kept, with words for who does not see it.

import { useId, useState } from 'react'
import type { BoothContent } from '../../shared/booth/content.ts'
import { FILE_MAX_MB } from '../../shared/booth/files.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import type { UploadRefusal } from '../state/upload-store.ts'
import { Button } from '../ui/Button.tsx'
import { filePath } from '../ui/paths.ts'
import { useActions } from '../ui/use-app.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { useCodeWords } from './code-words.ts'
import { BothField } from './text-fields.tsx'

type Picture = NonNullable<BoothContent['panels'][number]['picture']>

/** Characters of what a picture shows, in each language. */
const ALT_MAX = 200

interface PictureFieldProps {
  readonly city: string
  readonly label: string
  readonly help?: string
  readonly picture: Picture | null
  change(picture: Picture | null, mark: string): void
}

export function PictureField({ city, label, help, picture, change }: PictureFieldProps) {
  const say = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  const words = useCodeWords()
  const { upload } = useActions()
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<UploadRefusal | null>(null)
  const send = async (file: File | undefined) => {
    if (!file || sending) return
    setSending(true)
    setRefused(null)
    const sent = await upload.file(city, file)
    setSending(false)
    if (!sent.ok) setRefused(sent)
    else if (sent.value.kind !== 'picture') setRefused({ code: 'model.file-not-picture' })
    else change({ file: sent.value.hash, alt: picture?.alt ?? { zh: '', en: '' } }, sent.value.hash)
  }
  return (
    <fieldset className="picture-field">
      <legend>{label}</legend>
      {picture && <img src={filePath(picture.file)} alt={inLanguage(picture.alt, language)} />}
      <div className="stack">
        <div className="row">
          <ChooseFile busy={sending} name={say(picture ? 'field.picture-other' : 'field.picture-choose')} send={send} />
          {picture && (
            <Button size="small" look="quiet" onPress={() => change(null, 'none')}>
              {say('field.picture-remove')}
            </Button>
          )}
        </div>
        <p className="small muted" role="status">
          {sending ? say('field.picture-sending') : (help ?? say('field.picture-help', { max: FILE_MAX_MB.picture }))}
        </p>
        {refused && (
          <p className="wrong" role="alert">
            {words(refused.code, { ...refused.detail, fault: refused.fault ?? '–' })}
          </p>
        )}
        {picture && (
          <BothField
            label={say('field.alt')}
            value={picture.alt}
            max={ALT_MAX}
            help={say('field.alt-help')}
            change={(alt, typed) => change({ ...picture, alt }, `alt.${typed}`)}
          />
        )}
      </div>
    </fieldset>
  )
}

interface ChooseProps {
  readonly name: string
  readonly busy: boolean
  send(file: File | undefined): Promise<void>
}

function ChooseFile({ name, busy, send }: ChooseProps) {
  const id = useId()
  return (
    <div className="file-button">
      <input
        id={id}
        className="hidden-text"
        type="file"
        accept=".jpg,.jpeg,.png,.webp,.svg"
        aria-busy={busy}
        onChange={(event) => {
          void send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className="button second small">
        {name}
      </label>
    </div>
  )
}
