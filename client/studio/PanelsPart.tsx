// The booth's panels: title and text in both languages, and figures, each with its year and source.

import { type BoothContent, CONTENT_MAX, TEXT_MAX, YEARS } from '../../shared/booth/content.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { Button } from '../ui/Button.tsx'
import { LineField } from '../ui/fields.tsx'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { ItemList } from './ItemList.tsx'
import { PictureField } from './PictureField.tsx'
import { BothField, WholeField } from './text-fields.tsx'
import { useSection } from './use-studio.ts'

type Panel = BoothContent['panels'][number]
type Figure = Panel['figures'][number]

const BLANK = { zh: '', en: '' } as const

export function PanelsPart({ city }: { readonly city: string }) {
  const say = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  const editing = useSection('panels')
  if (!editing) return null
  return (
    <ItemList<Panel>
      kind="panels"
      items={editing.part.mine}
      nameOf={({ title }) => inLanguage(title, language)}
      make={(id) => ({ id, title: BLANK, text: BLANK, picture: null, figures: [] })}
      change={(next, mark) => editing.edit((now) => [...next(now)], mark)}
      fields={(panel, update) => (
        <>
          <BothField
            label={say('field.title')}
            value={panel.title}
            max={TEXT_MAX.title}
            change={(title, typed) => update({ title }, `title.${typed}`)}
          />
          <BothField
            label={say('field.text')}
            value={panel.text}
            max={TEXT_MAX.text}
            lines={5}
            change={(text, typed) => update({ text }, `text.${typed}`)}
          />
          <PictureField
            city={city}
            label={say('field.picture')}
            picture={panel.picture}
            change={(picture, mark) => update({ picture }, `picture.${mark}`)}
          />
          <Figures panel={panel} update={update} />
        </>
      )}
    />
  )
}

interface FiguresProps {
  readonly panel: Panel
  update(change: Partial<Panel>, mark: string): void
}

function Figures({ panel, update }: FiguresProps) {
  const say = useWords(FIELD_WORDS)
  const { figures } = panel
  const change = (place: number, figure: Figure, mark: string) =>
    update({ figures: figures.map((one, i) => (i === place ? figure : one)) }, `figure.${place}.${mark}`)
  const add = () => {
    // What is told of one year by one office often goes on so.
    const { year, source } = figures.at(-1) ?? { year: new Date().getFullYear() - 1, source: BLANK }
    const fresh = { label: BLANK, value: '', unit: BLANK, year, source }
    update({ figures: [...figures, fresh] }, `figure-add.${figures.length}`)
  }
  return (
    <div className="figures stack">
      <h3>{say('field.figures')}</h3>
      <p className="small muted">{say('field.figures-help')}</p>
      {figures.map((figure, i) => (
        // A figure has no id of its own: its place is its name.
        <FigureFields
          key={`${panel.id}.${i}`}
          figure={figure}
          place={i + 1}
          change={(changed, mark) => change(i, changed, mark)}
          remove={() =>
            update({ figures: figures.filter((_, at) => at !== i) }, `figure-remove.${i}.${figures.length}`)
          }
        />
      ))}
      {figures.length < CONTENT_MAX.figures && (
        <div>
          <Button size="small" onPress={add}>
            {say('field.figure-add')}
          </Button>
        </div>
      )}
    </div>
  )
}

interface FigureFieldsProps {
  readonly figure: Figure
  readonly place: number
  change(figure: Figure, mark: string): void
  remove(): void
}

function FigureFields({ figure, place, change, remove }: FigureFieldsProps) {
  const say = useWords(FIELD_WORDS)
  const isYear = (typed: string) => /^\d{4}$/.test(typed) && Number(typed) >= YEARS.min && Number(typed) <= YEARS.max
  return (
    <fieldset className="figure-fields">
      <legend>{say('field.figure', { place })}</legend>
      <BothField
        label={say('field.label')}
        value={figure.label}
        max={TEXT_MAX.label}
        change={(label, typed) => change({ ...figure, label }, `label.${typed}`)}
      />
      <div className="three">
        <LineField
          label={say('field.value')}
          value={figure.value}
          max={TEXT_MAX.value}
          change={(value) => change({ ...figure, value }, 'value')}
        />
        <LineField
          label={say('field.in-zh', { field: say('field.unit') })}
          lang="zh-CN"
          value={figure.unit.zh}
          max={TEXT_MAX.unit}
          change={(zh) => change({ ...figure, unit: { ...figure.unit, zh } }, 'unit.zh')}
        />
        <LineField
          label={say('field.in-en', { field: say('field.unit') })}
          lang="en-GB"
          value={figure.unit.en}
          max={TEXT_MAX.unit}
          change={(en) => change({ ...figure, unit: { ...figure.unit, en } }, 'unit.en')}
        />
        <WholeField
          label={say('field.year')}
          value={String(figure.year)}
          fits={isYear}
          wrong={say('field.year-wrong')}
          max={4}
          inputMode="numeric"
          change={(year) => change({ ...figure, year: Number(year) }, 'year')}
        />
      </div>
      <BothField
        label={say('field.source')}
        value={figure.source}
        max={TEXT_MAX.source}
        change={(source, typed) => change({ ...figure, source }, `source.${typed}`)}
      />
      <div>
        <Button size="small" look="quiet" onPress={remove}>
          {say('field.figure-remove', { place })}
        </Button>
      </div>
    </fieldset>
  )
}
