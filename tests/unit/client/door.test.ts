// Coming in and giving a name, as quick as somebody who types before the first answer is there.

import { expect, it } from 'vitest'
import { makeEnter, personActions } from '../../../client/app/person-actions.ts'
import type { Api } from '../../../client/net/api.ts'
import { createStores } from '../../../client/state/stores.ts'
import { memoryShelf } from './fake-socket.ts'

it('[UI-54] a name given before coming in was answered waits for it, so that one is one person', async () => {
  const asked: string[] = []
  const answers: Array<() => void> = []
  const post = (path: string) => {
    asked.push(path)
    return new Promise((resolve) => answers.push(() => resolve({ ok: true, value: { name: null } })))
  }
  const api = { post } as unknown as Api
  const stores = createStores(memoryShelf(), () => 'en')
  const person = personActions(api, stores, makeEnter(api, stores), async () => {})
  void person.enter()
  const named = person.giveName('Anna Weber')
  await Promise.resolve()
  expect(asked).toEqual(['/api/enter'])
  answers[0]?.()
  await new Promise((resolve) => setImmediate(resolve))
  expect(asked).toEqual(['/api/enter', '/api/name'])
  answers[1]?.()
  expect(await named).toMatchObject({ ok: true })
})
