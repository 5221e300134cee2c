// The booth's front: the opening line, the summary, the colour of the gate with a sketch of it.

import { TEXT_MAX } from '../../shared/booth/content.ts'
import { FILE_MAX_MB } from '../../shared/booth/files.ts'
import { plotById } from '../../shared/hall/layout.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../ui/words.tsx'
import { PictureField } from './PictureField.tsx'
import { BothField } from './text-fields.tsx'
import { useSection } from './use-studio.ts'

export function FrontPart({ city }: { readonly city: string }) {
  const say = useWords(FIELD_WORDS)
  const editing = useSection('front')
  if (!editing) return null
  const { part, edit } = editing
  const front = part.mine
  const own = plotById(city)?.colour ?? '#8a6a45'
  const colour = front.colour ?? own
  return (
    <div className="card staff-card">
      <BothField
        label={say('field.opening')}
        value={front.opening}
        max={TEXT_MAX.opening}
        help={say('field.opening-help')}
        change={(opening, language) => edit({ ...front, opening }, `opening.${language}`)}
      />
      <BothField
        label={say('field.summary')}
        value={front.summary}
        max={TEXT_MAX.summary}
        lines={6}
        change={(summary, language) => edit({ ...front, summary }, `summary.${language}`)}
      />
      <PictureField
        city={city}
        label={say('field.logo')}
        help={say('field.logo-help', { kinds: say('field.picture-help', { max: FILE_MAX_MB.picture }) })}
        picture={front.logo}
        change={(logo, mark) => edit((now) => ({ ...now, logo }), `logo.${mark}`)}
      />
      <div className="gate-colour">
        <GateSketch colour={colour} />
        <div className="field">
          <label htmlFor="gate-colour">{say('field.colour')}</label>
          <input
            id="gate-colour"
            type="color"
            value={colour}
            onChange={(event) => edit({ ...front, colour: event.target.value }, 'colour')}
          />
          {front.colour === null ? (
            <p className="help">{say('field.colour-is-own')}</p>
          ) : (
            <div>
              <Button size="small" onPress={() => edit({ ...front, colour: null }, 'colour-own')}>
                {say('field.colour-own')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

/** The gate as one stands before it: plaster outside, the colour on its inner faces. */
function GateSketch({ colour }: { readonly colour: string }) {
  return (
    <svg className="gate-sketch" viewBox="0 0 120 92" aria-hidden="true">
      <rect width="120" height="92" fill="#efe9df" />
      <path d="M14 92V8h92v84h-10V26H24v66z" fill="#fffdfa" stroke="#d9d2c6" />
      <path d="M24 92V26h72v66h-8V34H32v58z" fill={colour} />
      <path d="M0 92h120" stroke="#c8a77c" strokeWidth="2" />
    </svg>
  )
}
