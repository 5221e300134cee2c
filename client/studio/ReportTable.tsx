// Before and after: the uploaded file and the three levels that the hall shows, figure by figure.

import type { ModelReport } from '../../shared/model/progress.ts'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { useWords } from '../ui/words.tsx'
import { useFigures } from './figures.ts'

const LEVELS = ['before', 'near', 'mid', 'far'] as const

export function ReportTable({ report }: { readonly report: ModelReport }) {
  const say = useWords(STUDIO_WORDS)
  const { bytes, count } = useFigures()
  const rows = [
    ['studio.bytes', 'bytes', bytes],
    ['studio.triangles', 'triangles', count],
    ['studio.draw-calls', 'drawCalls', count],
    ['studio.textures', 'textureBytes', bytes],
  ] as const
  return (
    <div className="report">
      <table>
        <caption>{say('studio.report')}</caption>
        <thead>
          <tr>
            <td />
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {say(`studio.${level}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, figure, show]) => (
            <tr key={figure}>
              <th scope="row">{say(name)}</th>
              {LEVELS.map((level) => (
                <td key={level}>{show(report[level][figure])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
