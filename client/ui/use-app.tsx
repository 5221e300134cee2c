// How views reach the stores and the actions: by context, so that a test can give them others.

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { NounStores, Nouns, Stores } from '../state/stores.ts'
import type { Actions } from './actions.ts'

interface App {
  readonly stores: Stores
  readonly actions: Actions
}

const AppContext = createContext<App | null>(null)

export function AppProvider(props: App & { readonly children: ReactNode }) {
  const { stores, actions, children } = props
  const app = useMemo(() => ({ stores, actions }), [stores, actions])
  return <AppContext value={app}>{children}</AppContext>
}

function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a view outside AppProvider')
  return app
}

export const useActions = (): Actions => useApp().actions

/** The mutable poses: for the hall only. */
export const useLive = () => useApp().stores.live

/** One value out of one store; the view renders again only when that value changes. */
export function useNoun<N extends keyof Nouns, T>(noun: N, pick: (state: Nouns[N]) => T): T {
  const stores: NounStores = useApp().stores
  return useStore<StoreApi<Nouns[N]>, T>(stores[noun], pick)
}
