// Starts the client: makes stores and actions from the browser's own parts and puts the app on the page.

import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { browserShelf } from './app/browser-shelf.ts'
import { compose } from './app/compose.ts'
import { createApi } from './net/api.ts'
import { forcedLevel } from './state/settings-store.ts'
import { createStores } from './state/stores.ts'
import { hasUnsaved } from './state/studio-store.ts'
import { AppProvider } from './ui/use-app.tsx'
import { firstLanguage } from './ui/words.tsx'
import './ui/parts.css'
import './ui/page.css'

const shelf = browserShelf()
const clock = () => Date.now()
const stores = createStores(shelf, (saved) => firstLanguage(saved, navigator.languages))
stores.settings.setState({ forced: forcedLevel(location.search) })
const api = createApi((url, init) => fetch(url, init))
const actions = compose({
  stores,
  api,
  clock,
  shelf,
  tabShelf: () => sessionStorage,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  load: async (enter) => (await import('./app/live-line.ts')).openLiveLine({ stores, api, clock, shelf, enter }),
})

// Within the house nothing is lost by going on; closing the tab before all is sent would.
addEventListener('beforeunload', (event) => {
  if (hasUnsaved(stores.studio.getState())) event.preventDefault()
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <AppProvider stores={stores} actions={actions}>
      <App />
    </AppProvider>,
  )
}
