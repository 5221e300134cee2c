// One upload on its way: bytes, then the server's stages in order, then findings and the report, or the refusal's words.

import type { UploadStage } from '../../shared/model/progress.ts'
import { COMMON_WORDS } from '../../shared/words/common.ts'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import type { WordValues } from '../../shared/words/words.ts'
import { isTurnedAway, type Upload } from '../state/upload-store.ts'
import { Button } from '../ui/Button.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useCodeWords } from './code-words.ts'
import { useFigures } from './figures.ts'
import { ReportTable } from './ReportTable.tsx'

const STEPS: readonly UploadStage[] = ['queued', 'checking', 'optimising', 'ready']

export function UploadProgress({ upload }: { readonly upload: Upload }) {
  const { progress, phase, refusal } = upload
  const say = useWords(STUDIO_WORDS)
  const words = useCodeWords()
  const away = isTurnedAway(upload)
  return (
    <div className="stack">
      <p className="file-name">{upload.file || progress?.name}</p>
      {!progress && !away && <Sending upload={upload} />}
      {refusal && phase === 'failed' && (
        <p className="banner alarm" role="alert">
          {away && <strong>{say('studio.refused')}</strong>}
          {words(refusal.code, { ...refusal.detail, fault: refusal.fault ?? '–' })}
        </p>
      )}
      {progress && <Stages upload={upload} />}
      {progress?.findings && progress.findings.length > 0 && (
        <Findings findings={progress.findings} refused={progress.stage === 'refused'} />
      )}
      {progress?.report && <ReportTable report={progress.report} />}
    </div>
  )
}

function Sending({ upload }: { readonly upload: Upload }) {
  const say = useWords(STUDIO_WORDS)
  const common = useWords(COMMON_WORDS)
  const actions = useActions()
  const { megabytes } = useFigures()
  const { sent, total, phase, city, kind } = upload
  const word =
    phase === 'waiting'
      ? 'studio.waiting'
      : phase === 'failed'
        ? 'studio.failed'
        : phase === 'stopped'
          ? 'studio.stopped'
          : phase === 'sent'
            ? 'studio.queued'
            : 'studio.sending'
  return (
    <>
      <progress className="bar" value={sent} max={Math.max(1, total)} aria-label={say('studio.sending')} />
      <p className="row bar-words" role="status">
        <span>{say(word)}</span>
        <span className="muted">{say('studio.sent-of', { sent: megabytes(sent), total: megabytes(total) })}</span>
      </p>
      <div className="row">
        {phase === 'failed' && (
          <Button look="first" onPress={() => actions.upload.resume(city, kind)}>
            {say('studio.resume')}
          </Button>
        )}
        {phase !== 'sent' && phase !== 'stopped' && (
          <Button look="quiet" onPress={() => actions.upload.stop(city, kind)}>
            {common('common.cancel')}
          </Button>
        )}
      </div>
    </>
  )
}

function Stages({ upload }: { readonly upload: Upload }) {
  const say = useWords(STUDIO_WORDS)
  const { progress } = upload
  if (!progress) return null
  const { stage } = progress
  if (stage === 'refused') {
    return (
      <p className="banner alarm" role="status">
        <strong>{say('studio.refused')}</strong>
      </p>
    )
  }
  const at = STEPS.indexOf(stage)
  return (
    <ol className="stages" aria-live="polite">
      {STEPS.map((step, i) => (
        <li
          key={step}
          className={i < at || (step === 'ready' && i === at) ? 'past' : ''}
          aria-current={i === at ? 'step' : undefined}
        >
          <span>{say(`studio.${step}`)}</span>
          {step === 'queued' && i === at && progress.place !== undefined && (
            <span className="small muted">{say('studio.queued-place', { place: progress.place })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function Findings(props: {
  readonly findings: readonly { readonly code: string; readonly detail: WordValues }[]
  readonly refused: boolean
}) {
  const say = useWords(STUDIO_WORDS)
  const words = useCodeWords()
  return (
    <section>
      <h3>{say(props.refused ? 'studio.why' : 'studio.findings')}</h3>
      <ul className="findings">
        {props.findings.map(({ code, detail }) => (
          <li key={code + JSON.stringify(detail)}>{words(code, detail)}</li>
        ))}
      </ul>
    </section>
  )
}
