// The frame around every screen: words, routes, notices, the page for a client that is too old. Screens are chunks of their own.

import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { Notices } from '../ui/Notices.tsx'
import { NotFound, TooOld } from '../ui/plain-pages.tsx'
import { useNoun } from '../ui/use-app.tsx'
import { useWords, WordsProvider } from '../ui/words.tsx'
import { Lobby } from './Lobby.tsx'

const HallScreen = lazy(() => import('./HallScreen.tsx').then((m) => ({ default: m.HallScreen })))
const TourScreen = lazy(() => import('./TourScreen.tsx').then((m) => ({ default: m.TourScreen })))
const PhoneScreen = lazy(() => import('../phone/PhoneScreen.tsx').then((m) => ({ default: m.PhoneScreen })))
const StageScreen = lazy(() => import('../stage/StageScreen.tsx').then((m) => ({ default: m.StageScreen })))
const StudioScreen = lazy(() => import('../studio/StudioScreen.tsx').then((m) => ({ default: m.StudioScreen })))
const DeskScreen = lazy(() => import('../desk/DeskScreen.tsx').then((m) => ({ default: m.DeskScreen })))
const SignInScreen = lazy(() => import('../desk/SignInScreen.tsx').then((m) => ({ default: m.SignInScreen })))

export function App() {
  const language = useNoun('settings', (settings) => settings.language)
  const [at] = useLocation()
  useArrival()
  const tooOld = useNoun('connection', (connection) => connection.status === 'too-old')
  return (
    <WordsProvider language={language}>
      <Boundary at={at}>{tooOld ? <TooOld /> : <Screens />}</Boundary>
      <Notices />
    </WordsProvider>
  )
}

/** A page one goes to by a link begins at its top, for the eye and for the keyboard. Going back stays the browser's. */
function useArrival(): void {
  useEffect(() => {
    let at = location.pathname
    const arrive = () => {
      if (at === location.pathname) return
      at = location.pathname
      scrollTo(0, 0)
      document.getElementById('root')?.focus({ preventScroll: true })
    }
    const back = () => {
      at = location.pathname
    }
    // wouter tells its own going by this event.
    addEventListener('pushState', arrive)
    addEventListener('popstate', back)
    return () => {
      removeEventListener('pushState', arrive)
      removeEventListener('popstate', back)
    }
  }, [])
}

function Screens() {
  return (
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/" component={Lobby} />
        <Route path="/hall/:spot?">{({ spot }) => <HallScreen spot={spot ?? null} />}</Route>
        <Route path="/tour/:session">{({ session }) => <TourScreen key={session} session={session} />}</Route>
        <Route path="/join/:code?">{({ code }) => <PhoneScreen code={code ?? null} />}</Route>
        <Route path="/stage/:session">{({ session }) => <StageScreen session={session} />}</Route>
        <Route path="/studio/:city/:part?">
          {({ city, part }) => <StudioScreen key={city} city={city} part={part} />}
        </Route>
        <Route path="/desk" component={DeskScreen} />
        <Route path="/sign-in" component={SignInScreen} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  )
}

function Opening() {
  const say = useWords(COMMON_WORDS)
  return (
    <p className="plain-page muted" aria-busy="true">
      {say('common.loading')}
    </p>
  )
}
