// A picture of the city: chosen or dropped, sent at once, shown as it is kept, with words for who does not see it.

import type { BoothContent } from '../../shared/booth/content.ts'
import { FILE_MAX_MB } from '../../shared/booth/files.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { Button } from '../ui/Button.tsx'
import { filePath } from '../ui/paths.ts'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { FileButton } from './FileButton.tsx'
import { WhyNot } from './FileField.tsx'
import { BothField } from './text-fields.tsx'
import { useSending } from './use-sending.ts'

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
  const { sending, refused, send } = useSending(city, 'picture', ({ hash }) =>
    change({ file: hash, alt: picture?.alt ?? { zh: '', en: '' } }, hash),
  )
  return (
    <fieldset className="picture-field">
      <legend>{label}</legend>
      {picture && <img src={filePath(picture.file)} alt={inLanguage(picture.alt, language)} />}
      <div className="stack">
        <div className="row">
          <FileButton
            name={say(picture ? 'field.picture-other' : 'field.picture-choose')}
            accept=".jpg,.jpeg,.png,.webp,.svg"
            busy={sending}
            take={(file) => void send(file)}
          />
          {picture && (
            <Button size="small" look="quiet" onPress={() => change(null, 'none')}>
              {say('field.picture-remove')}
            </Button>
          )}
        </div>
        <p className="small muted" role="status">
          {sending ? say('field.picture-sending') : (help ?? say('field.picture-help', { max: FILE_MAX_MB.picture }))}
        </p>
        <WhyNot refused={refused} />
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
