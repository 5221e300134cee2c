// A film or PDF of the city: chosen, sent at once, shown as it is kept. How it goes on its way is the same for pictures.

import { FILE_MAX_MB } from '../../shared/booth/files.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { SPOT_FIELD_WORDS } from '../../shared/words/studio-spots.ts'
import { useFileSize } from '../panels/use-file-size.ts'
import type { UploadRefusal } from '../state/upload-store.ts'
import { Button } from '../ui/Button.tsx'
import { filePath } from '../ui/paths.ts'
import { useWords } from '../ui/words.tsx'
import { useCodeWords } from './code-words.ts'
import { FileButton } from './FileButton.tsx'
import { useSending } from './use-sending.ts'

const ACCEPT = { film: '.mp4,.webm,video/mp4,video/webm', pdf: '.pdf,application/pdf' } as const

interface NamedFile {
  readonly file: string | null
  readonly filename: string
}

interface FileFieldProps extends NamedFile {
  readonly city: string
  readonly kind: 'film' | 'pdf'
  change(file: NamedFile, mark: string): void
}

export function FileField({ city, kind, file, filename, change }: FileFieldProps) {
  const say = useWords(SPOT_FIELD_WORDS)
  const { sending, sent, refused, send } = useSending(city, kind, ({ hash, name }) =>
    change({ file: hash, filename: name.slice(0, 120) }, hash),
  )
  return (
    <fieldset className={kind === 'film' && file ? 'picture-field with-film' : 'picture-field'}>
      <legend>{say(`spots.${kind}`)}</legend>
      {kind === 'film' && file && <video src={filePath(file)} controls preload="metadata" aria-label={filename} />}
      <div className="stack">
        {file && <FileName file={file} filename={filename} />}
        <div className="row">
          <FileButton
            name={say(file ? 'spots.file-other' : `spots.${kind}-choose`)}
            accept={ACCEPT[kind]}
            busy={sending}
            take={(chosen) => void send(chosen)}
          />
          {file && (
            <Button size="small" look="quiet" onPress={() => change({ file: null, filename: '' }, 'none')}>
              {say('spots.file-remove')}
            </Button>
          )}
        </div>
        <p className="small muted" role="status">
          {!sending && say(`spots.${kind}-help`, { max: FILE_MAX_MB[kind] })}
          {sending && say(sent < 100 ? 'spots.file-sending' : 'spots.file-checking')}
        </p>
        {sending && <progress max={100} value={sent} aria-label={say('spots.file-sending')} />}
        <WhyNot refused={refused} />
      </div>
    </fieldset>
  )
}

function FileName({ file, filename }: { readonly file: string; readonly filename: string }) {
  const say = useWords(FIELD_WORDS)
  const size = useFileSize(file)
  return (
    <p className="file-name">
      <strong>{filename || say('field.file')}</strong> <span className="muted small">{size}</span>
    </p>
  )
}

/** Why the last file was not taken. */
export function WhyNot({ refused }: { readonly refused: UploadRefusal | null }) {
  const words = useCodeWords()
  return (
    refused && (
      <p className="wrong" role="alert">
        {words(refused.code, { ...refused.detail, fault: refused.fault ?? '–' })}
      </p>
    )
  )
}
