// The operator reads and changes what is set for the whole house.

import { value } from '../../shared/protocol/refusal.ts'
import type { GetHandlers } from '../http/gets.ts'
import type { PostHandlers } from '../http/posts.ts'
import type { HouseSettingsStore } from './house-settings.ts'
import { notOperator } from './operator.ts'

export function settingsGets(settings: HouseSettingsStore): Pick<GetHandlers, '/api/house'> {
  return { '/api/house': async (who) => notOperator(who) ?? value(settings.now()) }
}

export function settingsPosts(settings: HouseSettingsStore): Pick<PostHandlers, '/api/house'> {
  return { '/api/house': async (change, { who }) => notOperator(who) ?? value(await settings.set(change)) }
}
