// How big a snapshot grows when it is as full as the limits let it be.

import { describe, expect, it } from 'vitest'
import type { QuestionId } from '../../../shared/kit/id.ts'
import { QUEUE_MAX, VISIBLE_MAX } from '../../../shared/session/commands.ts'
import { must } from '../../support/must.ts'
import { valueOf } from '../../support/person-client.ts'
import { openSessionBench } from '../../support/session-bench.ts'

describe('a full session', () => {
  it('[LIVE-30] gives an attendee among 2,000 a snapshot under 64 kB, texts beside', async () => {
    const bench = await openSessionBench()
    const host = bench.sitter('host', { house: true })
    const title = { zh: '路演', en: 'Roadshow' }
    const { session } = await bench.sessions.plan({ kind: 'guided-tour', title, host: host.person })
    await host.join(session)
    await host.ask(session, 'session:start', {})
    const people = Array.from({ length: 2_000 }, (_, n) => bench.sitter(`visitor-no-${n}`))
    for (const one of people) await one.join(session)
    await bench.pass(1)
    const asked = people.slice(0, VISIBLE_MAX + QUEUE_MAX).map((one, n) => {
      const question = `question-id-${n}` as QuestionId
      return one.ask(session, 'question:ask', { question, text: 'Why is it so, and what does it cost? ' })
    })
    await Promise.all(asked.slice(0, QUEUE_MAX))
    for (let n = 0; n < VISIBLE_MAX; n++) {
      await host.ask(session, 'question:show', { question: `question-id-${n}` as QuestionId })
    }
    await Promise.all(asked)
    const { words, ...rest } = valueOf(await must(people[1_999]).join(session))
    expect(Object.keys(rest.state.questions)).toHaveLength(VISIBLE_MAX)
    expect(JSON.stringify(rest).length).toBeLessThan(64_000)
    expect(Object.keys(words).length).toBeGreaterThan(VISIBLE_MAX)
    await bench.close()
  })
})
