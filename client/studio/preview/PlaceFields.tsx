// The numbers of a model's place: a slider and a number each, what holds it, and the way back to the middle.

import { useId, useState } from 'react'
import type { BoothModel, ModelPlace } from '../../../shared/booth/booth.ts'
import { extentOf, holdPlace } from '../../../shared/booth/place.ts'
import { PLACING_WORDS } from '../../../shared/words/placing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../ui/words.tsx'
import { useFigures } from '../figures.ts'
import { FIELDS, type FieldValue, fieldOf, toMiddle, withField } from './placing.ts'

interface Props {
  readonly size: BoothModel['size']
  readonly asked: ModelPlace
  /** @param mark changes of one mark in a row are one step back */
  change(place: ModelPlace, mark: string): void
}

export function PlaceFields({ size, asked, change }: Props) {
  const say = useWords(PLACING_WORDS)
  const yaw = fieldOf('yaw', size, asked).value
  return (
    <div className="place-fields">
      {FIELDS.map((field) => (
        <PlaceField
          key={field}
          label={say(`place.${field}`)}
          is={fieldOf(field, size, asked)}
          set={(value) => change(withField(field, value, size, asked), field)}
        />
      ))}
      <div className="row place-buttons">
        <Button size="small" onPress={() => change(toMiddle(asked), 'middle')}>
          {say('place.middle')}
        </Button>
        <Button size="small" onPress={() => change(withField('yaw', yaw + 90, size, asked), `quarter.${yaw}`)}>
          {say('place.quarter')}
        </Button>
      </div>
      <Standing size={size} asked={asked} />
    </div>
  )
}

/** How large it stands, and what its place holds it to. */
function Standing({ size, asked }: Pick<Props, 'size' | 'asked'>) {
  const say = useWords(PLACING_WORDS)
  const { metres } = useFigures()
  const held = holdPlace(size, asked)
  const { width, depth, height } = extentOf(size, held.place)
  const percent = Math.round(held.place.scale * 100)
  return (
    <div className="place-standing">
      <p className="small muted">
        {say('place.stands', { width: metres(width), depth: metres(depth), height: metres(height) })}
      </p>
      <p className="small place-held" role="status">
        {held.tooLarge >= 0.005
          ? say('place.too-large', { metres: metres(held.tooLarge), percent })
          : held.over >= 0.005
            ? say('place.over', { metres: metres(held.over) })
            : ''}
      </p>
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly is: FieldValue
  set(value: number): void
}

function PlaceField({ label, is, set }: FieldProps) {
  const say = useWords(PLACING_WORDS)
  const id = useId()
  const fixed = is.max - is.min < is.step
  return (
    <div className="place-field">
      <label htmlFor={id}>
        {label}
        {fixed && <span className="muted"> · {say('place.fills')}</span>}
      </label>
      <input
        id={id}
        type="range"
        min={fixed ? is.value - 1 : outward(is.min, is.step)}
        max={fixed ? is.value + 1 : outward(is.max, is.step)}
        step={is.step}
        value={is.value}
        disabled={fixed}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
      <PlaceNumber label={say('place.number', { field: label })} is={is} disabled={fixed} set={set} />
    </div>
  )
}

/** The next whole step at or beyond an end: a slider counts its steps from there. */
const outward = (end: number, step: number) => Math.sign(end) * Math.ceil(Math.abs(end) / step - 1e-9) * step

/** What is half typed stays in the field until it is a number. */
function PlaceNumber({ label, is, disabled, set }: FieldProps & { readonly disabled: boolean }) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      type="number"
      aria-label={label}
      min={is.min}
      max={is.max}
      step={is.fine}
      disabled={disabled}
      value={typed ?? String(is.value)}
      onChange={(event) => {
        setTyped(event.target.value)
        if (Number.isFinite(event.target.valueAsNumber)) set(event.target.valueAsNumber)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
