// Where a spot is: on the plan, by its height on a slider, and by numbers for who knows them.

import { useId } from 'react'
import { SPOT_RANGE } from '../../shared/booth/content.ts'
import { type BoothSpot, SPOT_SNAP, type SpotPlace, snapped } from '../../shared/booth/spots.ts'
import { SPOT_FIELD_WORDS } from '../../shared/words/studio-spots.ts'
import { useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { SpotPlan } from './SpotPlan.tsx'
import { sideOf } from './spot-plan.ts'
import { WholeField } from './text-fields.tsx'

interface WhereProps {
  readonly city: string
  readonly spot: BoothSpot
  readonly spots: readonly BoothSpot[]
  /** @param mark one for a run of moving, by pointer or keys */
  move(at: SpotPlace, mark: string): void
}

export function SpotWhere({ city, spot, spots, move }: WhereProps) {
  const say = useWords(SPOT_FIELD_WORDS)
  const slide = useId()
  const ownModel = useNoun('studio', ({ parts }) => parts !== null && parts.model.mine.upload !== null)
  const { at } = spot
  const side = sideOf(city)
  const [low, high] = SPOT_RANGE.y
  return (
    <fieldset className="spot-where">
      <legend>{say('spots.where')}</legend>
      <SpotPlan
        city={city}
        spot={spot}
        others={spots.filter(({ id }) => id !== spot.id)}
        ownModel={ownModel}
        move={(to) => move(to, 'plan')}
      />
      <div className="stack spot-numbers">
        <div className="field">
          <label htmlFor={slide}>{say('spots.height-slide', { y: at.y })}</label>
          <input
            id={slide}
            className="slide"
            type="range"
            min={low}
            max={high}
            step={SPOT_SNAP}
            value={at.y}
            onChange={(event) => move(snapped({ ...at, y: Number(event.target.value) }), 'height')}
          />
        </div>
        <div className="three">
          <Metres
            label={say('spots.across')}
            value={side * at.x}
            range={SPOT_RANGE.x}
            change={(x) => move({ ...at, x: side * x }, 'x')}
          />
          <Metres
            label={say('spots.along')}
            value={at.z}
            range={SPOT_RANGE.z}
            change={(z) => move({ ...at, z }, 'z')}
          />
          <Metres
            label={say('spots.height')}
            value={at.y}
            range={SPOT_RANGE.y}
            change={(y) => move({ ...at, y }, 'y')}
          />
        </div>
      </div>
    </fieldset>
  )
}

interface MetresProps {
  readonly label: string
  readonly value: number
  readonly range: readonly [number, number]
  change(value: number): void
}

function Metres({ label, value, range: [least, most], change }: MetresProps) {
  const say = useWords(SPOT_FIELD_WORDS)
  const fits = (typed: string) => {
    const number = Number(typed.replace(',', '.'))
    return /^-?\d+([.,]\d{1,2})?$/.test(typed) && number >= least && number <= most
  }
  return (
    <WholeField
      label={label}
      value={String(value === 0 ? 0 : Math.round(value * 100) / 100)}
      fits={fits}
      wrong={say('spots.number', { least, most })}
      max={6}
      change={(typed) => change(Number(typed.replace(',', '.')) || 0)}
    />
  )
}
