// Coming in and giving a name, as quick as somebody who types before the first answer is there.

import { expect, it } from 'vitest'
import { compose } from '../../../client/app/compose.ts'
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

/** A server that keeps nobody: each asking is refused, unless `until` cookies were given. */
function forgetful(until: number) {
  const asked: string[] = []
  let given = 0
  const post = async (path: string) => {
    asked.push(path)
    if (path === '/api/enter') given++
    const known = path === '/api/enter' || given >= until
    return known ? { ok: true, value: { name: null } } : { ok: false, code: 'person.sign-in-needed' }
  }
  const api = { post } as unknown as Api
  const stores = createStores(memoryShelf(), () => 'en')
  return { asked, person: personActions(api, stores, makeEnter(api, stores), async () => {}) }
}

it('[UI-84] a guest whose cookie is gone gives the name again; one who keeps none reads that, and not to sign in', async () => {
  const lost = forgetful(2)
  await lost.person.enter()
  expect(await lost.person.giveName('Anna')).toMatchObject({ ok: true })
  expect(lost.asked).toEqual(['/api/enter', '/api/name', '/api/enter', '/api/name'])
  const never = forgetful(Number.POSITIVE_INFINITY)
  expect(await never.person.giveName('Anna')).toEqual({ ok: false, code: 'line.no-cookie' })
  expect(never.asked.length).toBe(4)
})

it('[UI-84] code of the line that does not come is told as such', async () => {
  const stores = createStores(memoryShelf(), () => 'en')
  const api = { post: async () => ({ ok: true, value: { name: null } }) } as unknown as Api
  const load = async () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  }
  const actions = compose({
    ...{ stores, api, load, clock: () => 0 },
    random: (n) => new Uint8Array(n),
    shelf: memoryShelf(),
    tabShelf: memoryShelf,
  })
  await expect(actions.hall.open(true)).rejects.toThrow('dynamically')
  expect(stores.connection.getState().status).toBe('no-code')
})
