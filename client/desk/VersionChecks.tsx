// What the house itself found in a version that waits: the model's weight and whether it keeps the budgets, what was mended, how much
// of everything the city says. In words for who approves, not for who models.

import { overBudget } from '../../shared/model/budget.ts'
import type { ModelProgress } from '../../shared/model/progress.ts'
import type { ModelReport } from '../../shared/model/summary.ts'
import type { VersionChecks as Checks } from '../../shared/protocol/http.ts'
import { DESK_CHECK_WORDS } from '../../shared/words/desk-checks.ts'
import { useCodeWords } from '../studio/code-words.ts'
import { useFigures } from '../studio/figures.ts'
import { useWords } from '../ui/words.tsx'
import './version-checks.css'

export function VersionChecks({ checks }: { readonly checks: Checks }) {
  const say = useWords(DESK_CHECK_WORDS)
  const { model, counts, files } = checks
  const all = Object.entries(counts) as [keyof Checks['counts'], number][]
  const things = [...all.map(([of, count]) => ({ of, count })), { of: 'files' as const, count: files }]
  const there = things.filter(({ count }) => count > 0)
  return (
    <div className="version-checks small">
      {model ? <ModelChecks model={model} /> : <p className="muted">{say('checks.no-model')}</p>}
      <p className="muted">
        {there.length > 0
          ? there.map(({ of, count }) => say(`checks.${of}`, { count })).join(' · ')
          : say('checks.front-only')}
      </p>
    </div>
  )
}

function ModelChecks({ model }: { readonly model: ModelProgress }) {
  const say = useWords(DESK_CHECK_WORDS)
  const words = useCodeWords()
  const { name, report, findings = [] } = model
  return (
    <>
      <p className="row">
        <strong className="model-name">{name}</strong>
        {report && <Budget report={report} />}
      </p>
      {report && <Figures report={report} />}
      {findings.length > 0 && (
        <details>
          <summary>{say('checks.mended', { count: findings.length })}</summary>
          <ul className="findings">
            {findings.map(({ code, detail }) => (
              <li key={code + JSON.stringify(detail)}>{words(code, detail)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Budget({ report }: { readonly report: ModelReport }) {
  const say = useWords(DESK_CHECK_WORDS)
  const within = overBudget(report).length === 0
  return <span className={within ? 'tag net' : 'tag live'}>{say(within ? 'checks.within' : 'checks.over')}</span>
}

function Figures({ report }: { readonly report: ModelReport }) {
  const say = useWords(DESK_CHECK_WORDS)
  const { bytes, count } = useFigures()
  const shown = { bytes, triangles: count, drawCalls: count, textureBytes: bytes }
  return (
    <>
      <p>
        {say('checks.weight', { before: bytes(report.before.bytes), after: bytes(report.near.bytes) })}
        {' · '}
        {say('checks.triangles', { count: report.near.triangles })}
      </p>
      {overBudget(report).map(({ level, figure, is, limit }) => (
        <p key={level + figure} className="over">
          {say('checks.over-line', {
            level: say(`checks.${level}`),
            what: say(figure === 'triangles' ? 'checks.triangles-of' : `checks.${figure}`),
            is: shown[figure](is),
            limit: shown[figure](limit),
          })}
        </p>
      ))}
    </>
  )
}
