// Products to show and projects that look for investors: lists of the same make, typed in or taken out of a spreadsheet.

import type { ReactNode } from 'react'
import { type BoothContent, type ItemId, TEXT_MAX } from '../../shared/booth/content.ts'
import { SECTORS } from '../../shared/hall/cities.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { ImportOffers } from './ImportOffers.tsx'
import { ItemList } from './ItemList.tsx'
import type { Offer, OfferKind } from './offers.ts'
import { PictureField } from './PictureField.tsx'
import { BothField } from './text-fields.tsx'
import { type Editing, useSection } from './use-studio.ts'

type Project = BoothContent['projects'][number]

const BLANK = { zh: '', en: '' } as const
const blank = (id: ItemId) => ({ id, name: BLANK, text: BLANK, picture: null })

export function ProductsPart({ city }: { readonly city: string }) {
  const say = useWords(FIELD_WORDS)
  const editing = useSection('products')
  return (
    editing && (
      <Offers<'products'>
        city={city}
        kind="products"
        items={editing.part.mine}
        editing={editing}
        make={(id) => ({ ...blank(id), price: BLANK })}
        fields={(product, update) => (
          <BothField
            label={say('field.price')}
            value={product.price}
            max={TEXT_MAX.price}
            help={say('field.price-help')}
            change={(price, typed) => update({ price }, `price.${typed}`)}
          />
        )}
      />
    )
  )
}

export function ProjectsPart({ city }: { readonly city: string }) {
  const say = useWords(FIELD_WORDS)
  const editing = useSection('projects')
  return (
    editing && (
      <Offers<'projects'>
        city={city}
        kind="projects"
        items={editing.part.mine}
        editing={editing}
        make={(id) => ({ ...blank(id), sector: null, amount: BLANK })}
        fields={(project, update) => (
          <>
            <SectorField id={project.id} sector={project.sector} change={(sector) => update({ sector }, 'sector')} />
            <BothField
              label={say('field.amount')}
              value={project.amount}
              max={TEXT_MAX.amount}
              change={(amount, typed) => update({ amount }, `amount.${typed}`)}
            />
          </>
        )}
      />
    )
  )
}

interface OffersProps<K extends OfferKind> {
  readonly city: string
  readonly kind: K
  readonly items: readonly Offer<K>[]
  readonly editing: Editing<K>
  make(id: ItemId): Offer<K>
  /** What this kind has besides name and text. */
  fields(item: Offer<K>, update: (change: Partial<Offer<K>>, mark: string) => void): ReactNode
}

function Offers<K extends OfferKind>({ city, kind, items, editing, make, fields }: OffersProps<K>) {
  const say = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  const change = (next: (now: readonly Offer<K>[]) => readonly Offer<K>[], mark: string) =>
    editing.edit((now) => [...next(now as readonly Offer<K>[])] as BoothContent[K], mark)
  return (
    <ItemList<Offer<K>>
      kind={kind}
      items={items}
      nameOf={({ name }) => inLanguage(name, language)}
      make={make}
      change={change}
      more={<ImportOffers kind={kind} items={items} take={(next) => change(() => next, `import.${next.length}`)} />}
      fields={(item, update) => (
        <>
          <BothField
            label={say('field.name')}
            value={item.name}
            max={TEXT_MAX.offer}
            change={(name, typed) => update({ name } as Partial<Offer<K>>, `name.${typed}`)}
          />
          {fields(item, update)}
          <BothField
            label={say('field.text')}
            value={item.text}
            max={TEXT_MAX.about}
            lines={4}
            change={(text, typed) => update({ text } as Partial<Offer<K>>, `text.${typed}`)}
          />
          <PictureField
            city={city}
            label={say('field.picture')}
            picture={item.picture}
            change={(picture, mark) => update({ picture } as Partial<Offer<K>>, `picture.${mark}`)}
          />
        </>
      )}
    />
  )
}

interface SectorFieldProps {
  readonly id: string
  readonly sector: Project['sector']
  change(sector: Project['sector']): void
}

function SectorField({ id, sector, change }: SectorFieldProps) {
  const say = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  return (
    <div className="field">
      <label htmlFor={`sector-${id}`}>{say('field.sector')}</label>
      <select id={`sector-${id}`} value={sector ?? ''} onChange={(event) => change(event.target.value || null)}>
        <option value="">{say('field.sector-none')}</option>
        {SECTORS.map((one) => (
          <option key={one.id} value={one.id}>
            {one[language]}
          </option>
        ))}
      </select>
    </div>
  )
}
