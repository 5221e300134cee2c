// What a city itself says, as pieces of its plain page: opening line, panels with figures, spots, products, projects, people.

import type { BoothShown, BoothSummary } from '../../shared/booth/booth.ts'
import type { SpotShown } from '../../shared/booth/spots.ts'
import { SECTORS } from '../../shared/hall/cities.ts'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import { STILL, THUMBNAIL } from '../../shared/model/stills.ts'
import type { Language } from '../../shared/protocol/parts.ts'
import { BOOTH_PAGE_WORDS } from '../../shared/words/booth-page.ts'
import { SPOT_WORDS } from '../../shared/words/spots.ts'
import { type Html, html } from './page-html.ts'

type Content = NonNullable<BoothShown['content']>
type Picture = Content['front']['logo']

/** Where only one language is written, that one. */
const read = ({ zh, en }: Bilingual, language: Language): string => (language === 'zh' ? zh || en : en || zh)

function pictureOf(picture: Picture, language: Language, kind = 'picture'): Html | '' {
  return picture
    ? html`<img class="${kind}" src="/files/${picture.file}" alt="${read(picture.alt, language)}" loading="lazy">`
    : ''
}

/** The model made small, beside its city's name in a list. */
export function thumbnailOf({ model }: BoothSummary): Html | '' {
  if (!model?.thumbnail) return ''
  const { width, height } = THUMBNAIL
  return html`<img class="thumbnail" src="/files/${model.thumbnail}" alt="" width="${width}" height="${height}" loading="lazy">`
}

export function openingLine(content: BoothShown['content'], language: Language): Html | '' {
  const opening = content ? read(content.front.opening, language) : ''
  const logo = content?.front.logo ?? null
  return html`${pictureOf(logo, language, 'logo')}${opening ? html`<p class="opening">${opening}</p>` : ''}`
}

/** The model from its sides, for who reads: the page draws nothing. */
export function stillsOf(booth: BoothSummary, language: Language): Html | '' {
  const stills = booth.model?.stills ?? []
  if (stills.length === 0) return ''
  const name = BOOTH_PAGE_WORDS['booth-page.model'][language]
  const pictures = stills.map(
    (hash, at) => html`
        <img src="/files/${hash}" alt="${name} ${at + 1}/${stills.length}" width="${STILL.width}" height="${STILL.height}" loading="lazy">`,
  )
  return html`<h2>${name}</h2><div class="stills">${pictures}</div>`
}

export function panelsOf({ panels }: Content, language: Language): Html[] {
  return panels.map(
    ({ title, text, picture, figures }) => html`
      <h2>${read(title, language)}</h2>
      ${pictureOf(picture, language)}
      ${said(text, language)}
      ${figures.length > 0 ? figuresOf(figures, language) : ''}`,
  )
}

function figuresOf(figures: Content['panels'][number]['figures'], language: Language): Html {
  const rows = figures.map(
    ({ label, value, unit, year, source }) => html`
        <tr><th scope="row">${read(label, language)}</th><td>${value} ${read(unit, language)}</td><td>${[read(source, language), year].filter(Boolean).join(language === 'zh' ? '，' : ', ')}</td></tr>`,
  )
  return html`
      <table>
        <thead>
          <tr><th scope="col">${BOOTH_PAGE_WORDS['booth-page.what'][language]}</th><th scope="col">${BOOTH_PAGE_WORDS['booth-page.figure'][language]}</th><th scope="col">${BOOTH_PAGE_WORDS['booth-page.source'][language]}</th></tr>
        </thead>
        <tbody>${rows}</tbody>
      </table>`
}

export function offersOf({ products, projects }: Content, language: Language): Html[] {
  return [
    ...list(
      'booth-page.projects',
      projects.map(({ name, text, picture, sector, amount }) => {
        const field = SECTORS.find(({ id }) => id === sector)?.[language] ?? ''
        return { name, text, picture, aside: [field, read(amount, language)].filter(Boolean).join(' · ') }
      }),
      language,
    ),
    ...list(
      'booth-page.products',
      products.map(({ name, text, picture, price }) => ({ name, text, picture, aside: read(price, language) })),
      language,
    ),
  ]
}

interface Thing {
  readonly name: Bilingual
  readonly text: Bilingual
  readonly picture: Picture
  readonly aside: string
}

function list(title: keyof typeof BOOTH_PAGE_WORDS, things: readonly Thing[], language: Language): Html[] {
  if (things.length === 0) return []
  const items = things.map(
    ({ name, text, picture, aside }) => html`
        <li>
          <h3>${read(name, language)}</h3>
          ${aside ? html`<p class="aside">${aside}</p>` : ''}
          ${pictureOf(picture, language)}
          ${said(text, language)}
        </li>`,
  )
  return [html`<h2>${BOOTH_PAGE_WORDS[title][language]}</h2><ul class="things">${items}</ul>`]
}

/** Everything that stands at the booth, readable without script: a film waits to be played, a PDF is a link. */
export function spotsOf({ spots, people }: Pick<Content, 'spots' | 'people'>, language: Language): Html | null {
  if (spots.length === 0) return null
  const items = spots.map(
    ({ name, shown }) => html`
        <li>
          <h3>${read(name, language)}</h3>
          ${spotOf(shown, read(name, language), people, language)}
          ${'text' in shown ? said(shown.text, language) : ''}
        </li>`,
  )
  return html`<h2>${SPOT_WORDS['spot.title'][language]}</h2><ul class="things">${items}</ul>`
}

function spotOf(shown: SpotShown, name: string, people: Content['people'], language: Language): Html | '' {
  const say = (key: keyof typeof SPOT_WORDS) => SPOT_WORDS[key][language]
  switch (shown.kind) {
    case 'text':
      return ''
    case 'picture':
      return pictureOf(shown.picture, language)
    case 'film':
      return shown.file === null
        ? ''
        : html`<video class="picture" src="/files/${shown.file}" controls playsinline preload="none" aria-label="${name}"></video>`
    case 'pdf':
      return shown.file === null
        ? ''
        : html`<p><a href="/files/${shown.file}" download="${shown.filename}">${say('spot.pdf-open')}</a> ${say('spot.pdf-help')}</p>`
    case 'link':
      return shown.url === '' ? '' : html`<p><a href="${shown.url}" rel="noopener noreferrer">${shown.url}</a></p>`
    case 'contact': {
      const person = people.find(({ id }) => id === shown.person)
      return person ? contactOf(person, language) : ''
    }
  }
}

function contactOf({ name, post, phone, email }: Content['people'][number], language: Language): Html {
  return html`
          <p class="aside">${[read(name, language), read(post, language)].filter(Boolean).join(' · ')}</p>
          ${waysOf(phone, email)}`
}

const waysOf = (phone: string, email: string): Html =>
  html`${phone ? html`<a href="tel:${phone.replace(/[^0-9+]/g, '')}">${phone}</a>` : ''}
          ${email ? html`<a href="mailto:${email}">${email}</a>` : ''}`

export function peopleOf({ people }: Content, language: Language): Html | '' {
  if (people.length === 0) return ''
  const items = people.map(
    ({ name, post, phone, email }) => html`
        <li>
          <h3>${read(name, language)}</h3>
          <p class="aside">${read(post, language)}</p>
          ${waysOf(phone, email)}
        </li>`,
  )
  return html`<h2>${BOOTH_PAGE_WORDS['booth-page.contacts'][language]}</h2><ul class="things">${items}</ul>`
}

const said = (text: Bilingual, language: Language): Html | '' => {
  const words = read(text, language)
  return words ? html`<p class="said">${words}</p>` : ''
}
