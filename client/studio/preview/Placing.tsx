// Placing the drafted model: the booth as the hall shows it with it, before and after, and the numbers of its place beside the view.

import { type KeyboardEvent, useEffect, useState } from 'react'
import type { ModelPlace } from '../../../shared/booth/booth.ts'
import { holdPlace } from '../../../shared/booth/place.ts'
import { plotById } from '../../../shared/hall/layout.ts'
import { PLACING_WORDS } from '../../../shared/words/placing.ts'
import { Choice } from '../../ui/fields.tsx'
import { Failed } from '../../ui/refusal.tsx'
import { useWords } from '../../ui/words.tsx'
import { type Editing, useSection } from '../use-studio.ts'
import { LOOKS, type Look } from './looks.ts'
import { Picture } from './Picture.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { stepOfKey, stepped } from './placing.ts'
import { UnitQuestion } from './UnitQuestion.tsx'
import { type Made, useDraftBooth, useMade, useShownBooth } from './use-made.ts'
import './placing.css'

/** Null where there is nothing to place: no model of the city's own, neither in the draft nor in the hall. */
export function Placing({ city }: { readonly city: string }) {
  const editing = useSection('model')
  const made = useMade(editing?.part.mine.upload ?? null)
  const shown = useShownBooth(city)
  if (!editing || (editing.part.mine.upload === null && shown.model === null)) return null
  return <Place city={city} editing={editing} {...made} />
}

type Which = 'now' | 'draft'

function Place({ city, editing, made, refused, again }: Made & { city: string; editing: Editing<'model'> }) {
  const say = useWords(PLACING_WORDS)
  const shown = useShownBooth(city)
  const [look, setLook] = useState<Look>('front')
  const [which, setWhich] = useState<Which>('draft')
  const { mine } = editing.part
  const size = made?.model.size ?? null
  const draft = useDraftBooth(shown, made?.model ?? null, mine)
  const change = (place: ModelPlace, mark: string) => {
    // Whoever moves it wants to see it move.
    setWhich('draft')
    editing.edit({ ...mine, x: place.x, z: place.z, yaw: place.yaw, scale: place.scale }, `place.${mark}`)
  }
  useSwitchKey(() => setWhich((before) => (before === 'now' ? 'draft' : 'now')))
  const onKeys = (event: KeyboardEvent) => {
    if (look === 'walk' || !size || event.ctrlKey || event.metaKey || event.altKey) return
    const step = stepOfKey(event.key, event.shiftKey)
    if (!step) return
    event.preventDefault()
    change(stepped(...step, size, mine), `key.${step[0]}`)
  }
  const plot = plotById(city)
  if (!plot) return null
  const booth = which === 'draft' ? draft : shown
  const placed = size && which === 'draft' && look !== 'walk' ? { size, place: holdPlace(size, mine).place } : null
  return (
    <section className="placing" aria-labelledby="placing-title">
      <h3 id="placing-title" className="hidden-text">
        {say('place.title')}
      </h3>
      {made && <UnitQuestion city={city} upload={made.upload} findings={made.findings} settled={again} />}
      <div className="place-view">
        <Picture
          plot={plot}
          booth={booth}
          look={look}
          placed={placed}
          onKeys={onKeys}
          onPlace={({ x, z, yaw }, drag) => change({ ...mine, x, z, yaw }, `drag.${drag}`)}
        />
        <Looks look={look} setLook={setLook} which={which} setWhich={setWhich} />
        <p className="small muted place-hint">{say(look === 'walk' ? 'place.walk-hint' : 'place.hint')}</p>
      </div>
      <div className="place-side">
        {refused && <Failed refused={refused} again={again} />}
        {size && <PlaceFields size={size} asked={mine} change={change} />}
      </div>
    </section>
  )
}

interface LooksProps {
  readonly look: Look
  setLook(look: Look): void
  readonly which: Which
  setWhich(which: Which): void
}

function Looks({ look, setLook, which, setWhich }: LooksProps) {
  const say = useWords(PLACING_WORDS)
  return (
    <div className="place-looks">
      <Choice
        label={say('place.look')}
        value={look}
        options={LOOKS.map((one) => [one, say(`place.${one}`)] as const)}
        change={setLook}
      />
      <div title={say('place.key')}>
        <Choice
          label={say('place.which')}
          value={which}
          options={(['now', 'draft'] as const).map((one) => [one, say(`place.${one}`)] as const)}
          change={setWhich}
        />
      </div>
    </div>
  )
}

const FIELDS_OF_TEXT =
  'textarea, select, [contenteditable], [role="dialog"], input:not([type="range"], [type="radio"], [type="checkbox"], [type="number"])'

/** Key B, wherever nothing is typed. */
function useSwitchKey(flip: () => void): void {
  const [latest] = useState({ flip })
  latest.flip = flip
  useEffect(() => {
    const down = (event: globalThis.KeyboardEvent) => {
      if (event.code !== 'KeyB' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      if (event.target instanceof Element && event.target.closest(FIELDS_OF_TEXT)) return
      latest.flip()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [latest])
}
