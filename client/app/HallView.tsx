// Mounts the 3D hall (a chunk of its own) with what the stores know, or the plain view where there is no WebGL.
// Gives the panels above it their control over the hall. Own pose and spot are marked on <html> for links and tests.

import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { spotAt, spotById } from '../../shared/hall/where.ts'
import type { Pose } from '../../shared/pose/pose.ts'
import { HALL_WORDS } from '../../shared/words/hall.ts'
import type { HallHandle, StagePicture } from '../hall/hall-props.ts'
import { FlatHall } from '../panels/FlatHall.tsx'
import { HallControlContext } from '../panels/hall-control.ts'
import { OpenSpotContext, type SpotAddress } from '../panels/open-spot.ts'
import { SpotSheet } from '../panels/SpotSheet.tsx'
import { withGuide } from '../state/hall-store.ts'
import { Boundary } from '../ui/Boundary.tsx'
import { useActions, useLive, useNoun } from '../ui/use-app.tsx'
import { usePictureSettings } from '../ui/use-picture-settings.ts'
import { useLanguage, useWords } from '../ui/words.tsx'
import { markPose, markReady, markSpot } from './hall-marks.ts'

const Hall = lazy(() => import('../hall/Hall.tsx').then((m) => ({ default: m.Hall })))

export interface HallViewProps {
  readonly start: string | Pose
  readonly screen: StagePicture | null
  /** False while a dialog covers the hall. */
  readonly active: boolean
  onBreakFollow(): void
  onBooth(id: string): void
  /** Panels over the picture. */
  readonly children: ReactNode
}

type Lost = 'no-webgl' | 'context-lost' | 'failed'

export function HallView(props: HallViewProps) {
  const forced = useNoun('settings', (settings) => settings.forced)
  const [lost, setLost] = useState<Lost | null>(null)
  const flat = forced === 'none' || lost !== null
  const handle = useRef<HallHandle>(null)
  const actions = useActions()
  const live = useLive()
  useEffect(() => markPose(live), [live])
  const control = useMemo(() => {
    // Without a picture one still stands somewhere: others see the figure, the host's sums count it.
    const stand = (pose: Pose, spot: string) => {
      live.setOwn(pose, true)
      actions.hall.here(spot)
      markSpot(spot)
    }
    return {
      goTo(spot: string) {
        if (!flat && handle.current?.goTo(spot)) return
        const pose = spotById(spot)?.pose
        if (pose) stand(pose, spot)
      },
      snapTo(pose: Pose) {
        if (flat) stand(pose, spotAt(pose.x, pose.z))
        else handle.current?.snapTo(pose)
      },
      focus: () => handle.current?.focus(),
      flat,
    }
  }, [flat, actions, live])
  const [spot, setSpot] = useState<SpotAddress | null>(null)
  const opened = useMemo(() => {
    const open = (next: SpotAddress | null) => {
      if (next) handle.current?.toMark(next.booth, next.id)
      setSpot(next)
    }
    return { spot, open }
  }, [spot])
  return (
    <HallControlContext value={control}>
      <OpenSpotContext value={opened}>
        {flat ? (
          <FlatHall reason={lost ?? 'chosen'} again={() => setLost(null)} />
        ) : (
          <Boundary onFault={() => setLost('failed')}>
            <Picture {...props} handle={handle} onLost={setLost} openSpot={opened.open} />
          </Boundary>
        )}
        {props.children}
        <SpotSheet />
      </OpenSpotContext>
    </HallControlContext>
  )
}

type PictureProps = HallViewProps & {
  readonly handle: React.RefObject<HallHandle | null>
  onLost(reason: Lost): void
  openSpot(spot: SpotAddress): void
}

function Picture({ start, screen, active, onBreakFollow, onBooth, handle, onLost, openSpot }: PictureProps) {
  const say = useWords(HALL_WORDS)
  const { language } = useLanguage()
  const actions = useActions()
  const live = useLive()
  const booths = useNoun('hall', (hall) => hall.booths)
  const told = useNoun('hall', (hall) => hall.plates)
  const guide = useNoun('session', (slot) => slot.joined?.sums.guideHandle ?? null)
  const plates = useMemo(() => withGuide(told, guide), [told, guide])
  const follow = useNoun('session', (slot) => slot.follow)
  const settings = usePictureSettings()
  const [ready, setReady] = useState(false)
  const words = useMemo(
    () => ({
      canvasName: say('hall.canvas'),
      canvasHelp: say('hall.canvas-help'),
      modelFailed: say('hall.model-failed'),
    }),
    [say],
  )
  return (
    <>
      <Suspense fallback={null}>
        <Hall
          ref={handle}
          live={live}
          booths={booths}
          plates={plates}
          language={language}
          words={words}
          {...settings}
          follow={follow}
          start={start}
          screen={screen}
          active={active}
          onReady={() => {
            setReady(true)
            markReady()
          }}
          onSpot={(spot) => {
            actions.hall.here(spot)
            markSpot(spot)
          }}
          onBreakFollow={onBreakFollow}
          onBooth={onBooth}
          onMark={(booth, id) => openSpot({ booth, id })}
          onLost={onLost}
        />
      </Suspense>
      {!ready && (
        <p className="hall-opening" role="status">
          {say('hall.opening')}
        </p>
      )}
    </>
  )
}
