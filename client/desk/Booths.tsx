// The desk's booths: whether the house looks at what cities submit, what waits for it, what is shown. Told live; asked again when
// the line was away.

import { useCallback, useEffect, useState } from 'react'
import type { BoothRow } from '../../shared/protocol/http.ts'
import { DESK_BOOTH_WORDS } from '../../shared/words/desk-booths.ts'
import type { Refused } from '../state/outcome.ts'
import { Switch } from '../ui/fields.tsx'
import { Failed, RefusalLine } from '../ui/refusal.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useAsked } from '../ui/use-asked.ts'
import { useWords } from '../ui/words.tsx'
import { type Asked, BoothQuestion } from './BoothQuestion.tsx'
import { OtherBooth, WaitingBooth } from './booth-rows.tsx'

const EVERY = 60_000

export function Booths() {
  const say = useWords(DESK_BOOTH_WORDS)
  const { desk, hall } = useActions()
  const ask = useCallback(() => desk.booths(), [desk])
  const { value: booths, refused, again } = useAsked(ask, EVERY)
  const [asked, setAsked] = useState<Asked | null>(null)
  const told = useNoun('studio', (state) => state.lives)
  const ups = useNoun('connection', (connection) => connection.ups)
  useEffect(() => void hall.open(false), [hall])
  useEffect(() => {
    if (told > 0 || ups > 1) void again()
  }, [told, ups, again])
  const waits = ({ life }: BoothRow) => life.versions.some(({ state }) => state === 'submitted')
  const waiting = booths?.filter(waits) ?? []
  const others = booths?.filter((row) => !waits(row)) ?? []
  return (
    <section className="card staff-card" aria-labelledby="booths-title">
      <h2 id="booths-title">{say('booths.title')}</h2>
      <Review />
      {refused && <Failed refused={refused} again={again} />}
      {booths?.length === 0 && <p className="muted">{say('booths.none')}</p>}
      {booths && booths.length > 0 && (
        <>
          <h3>{waiting.length > 0 ? say('booths.waiting', { count: waiting.length }) : say('booths.waiting-none')}</h3>
          <ul className="staff-list booth-rows">
            {waiting.map((row) => (
              <WaitingBooth key={row.booth} row={row} ask={setAsked} done={again} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{say('booths.others')}</h3>
          <ul className="staff-list booth-rows">
            {others.map((row) => (
              <OtherBooth key={row.booth} row={row} ask={setAsked} done={again} />
            ))}
          </ul>
        </>
      )}
      <BoothQuestion asked={asked} close={() => setAsked(null)} done={again} />
    </section>
  )
}

function Review() {
  const say = useWords(DESK_BOOTH_WORDS)
  const { desk } = useActions()
  const ask = useCallback(() => desk.house(), [desk])
  const { value: house, refused, again } = useAsked(ask)
  const [set, setSet] = useState<boolean | null>(null)
  const [no, setNo] = useState<Refused | null>(null)
  if (!house) return refused && <Failed refused={refused} again={again} />
  const on = set ?? house.review
  const change = async (review: boolean) => {
    const reply = await desk.setHouse({ review })
    setNo(reply.ok ? null : reply)
    if (reply.ok) setSet(reply.value.review)
  }
  return (
    <div>
      <Switch on={on} change={(review) => void change(review)}>
        {say('booths.review')}
      </Switch>
      {!on && <p className="small muted">{say('booths.review-off')}</p>}
      <RefusalLine refused={no} />
    </div>
  )
}
