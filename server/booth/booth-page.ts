// The pages of the booths: plain, whole HTML in Chinese or English, the same content as the booth in the hall. No script needed.

import type { BoothShown, BoothSummary } from '../../shared/booth/booth.ts'
import type { VersionState } from '../../shared/booth/life.ts'
import { type City, cityById, SECTORS } from '../../shared/hall/cities.ts'
import { PLOTS } from '../../shared/hall/layout.ts'
import type { Language } from '../../shared/protocol/parts.ts'
import { BOOTH_PAGE_WORDS } from '../../shared/words/booth-page.ts'
import { PREVIEW_WORDS } from '../../shared/words/booth-preview.ts'
import { offersOf, openingLine, panelsOf, peopleOf, spotsOf, stillsOf, thumbnailOf } from './page-content.ts'
import { type Html, html } from './page-html.ts'

type Say = (key: keyof typeof BOOTH_PAGE_WORDS) => string

const words =
  (language: Language): Say =>
  (key) =>
    BOOTH_PAGE_WORDS[key][language]

/** The list of all cities, in the order in which the ribbon passes them. */
export function listPage(booths: readonly BoothSummary[], language: Language): string {
  const say = words(language)
  const items = PLOTS.flatMap((plot) => booths.filter((booth) => booth.id === plot.id)).map(
    (booth) => html`
      <li>
        ${thumbnailOf(booth)}
        <a href="/booths/${booth.id}?lang=${language}"><b>${booth.name[language]}</b> ${other(booth.name, language)}</a>
        <p>${booth.summary[language]}</p>
      </li>`,
  )
  const body = html`
    <h1>${say('booth-page.list')}</h1>
    <p class="lead">${say('booth-page.list-lead')}</p>
    <ul class="cities">${items}</ul>`
  return page({
    language,
    path: '/booths',
    title: say('booth-page.list'),
    description: say('booth-page.list-lead'),
    body,
  })
}

/** A version that is looked at before, or without, being shown. */
export interface Preview {
  readonly n: number
  readonly state: VersionState | 'shown'
}

/**
 * One booth's page; null where the booth is no city's.
 * @param preview says over the page that nobody else sees this, and how it stands with it
 */
export function boothPage(
  booth: BoothSummary,
  content: BoothShown['content'],
  language: Language,
  preview: Preview | null = null,
): string | null {
  const city = cityById(booth.id)
  if (!city) return null
  const say = words(language)
  const body = html`
    <article>
      ${preview ? html`<p class="preview">${PREVIEW_WORDS[`preview.${preview.state}`][language].replace('{n}', String(preview.n))}</p>` : ''}
      <p class="kind">${say(`booth-page.${city.residency}`)}</p>
      <h1>${booth.name[language]} <small lang="${language === 'zh' ? 'en' : 'zh-CN'}">${other(booth.name, language)}</small></h1>
      ${openingLine(content, language)}
      <p class="lead">${booth.summary[language]}</p>
      ${booth.summaryIsSample ? html`<p class="sample">${say('booth-page.sample')}</p>` : ''}
      ${stillsOf(booth, language)}
      ${preview && booth.model ? html`<p class="sample">${PREVIEW_WORDS['preview.model'][language]}</p>` : ''}
      ${content ? panelsOf(content, language) : ''}
      ${(content && spotsOf(content, language)) ?? ''}
      <h2>${say('booth-page.sectors')}</h2>
      <ol>${sectors(city, language)}</ol>
      <h2>${say('booth-page.facts')}</h2>
      ${facts(city, language)}
      ${content ? offersOf(content, language) : ''}
      ${content ? peopleOf(content, language) : ''}
      ${preview ? '' : html`<p class="no-print"><a class="go" href="/hall/${booth.id}">${say('booth-page.in-hall')}</a></p>`}
    </article>`
  const description = booth.summary[language]
  const query = preview ? `version=${preview.n}&` : ''
  const title = booth.name[language]
  return page({ language, path: `/booths/${booth.id}`, query, title, description, body, hidden: preview !== null })
}

/** Says that a version is for the city's staff and the desk alone. */
export function notYoursPage(language: Language): string {
  const body = html`
    <h1>${PREVIEW_WORDS['preview.not-yours'][language]}</h1>
    <p class="lead"><a href="/sign-in">${PREVIEW_WORDS['preview.sign-in'][language]}</a></p>`
  return page({ language, path: '/booths', title: '403', description: '', body, hidden: true })
}

/** Says that there is no such page. */
export function missingPage(language: Language): string {
  const say = words(language)
  const body = html`<h1>404</h1><p class="lead">${say('booth-page.not-found')}</p>`
  return page({ language, path: '/booths', title: '404', description: '', body })
}

const other = (name: City['name'], language: Language): string => name[language === 'zh' ? 'en' : 'zh']

function sectors(city: City, language: Language): Html[] {
  return city.sectors.map((id) => html`<li>${SECTORS.find((sector) => sector.id === id)?.[language] ?? id}</li>`)
}

function facts(city: City, language: Language): Html {
  const say = words(language)
  const people = city.population2020.toLocaleString(language === 'zh' ? 'zh-CN' : 'en')
  const place = `${Math.abs(city.lat)}° ${city.lat < 0 ? 'S' : 'N'}, ${Math.abs(city.lon)}° ${city.lon < 0 ? 'W' : 'E'}`
  return html`
    <table>
      <thead>
        <tr><th scope="col">${say('booth-page.what')}</th><th scope="col">${say('booth-page.figure')}</th><th scope="col">${say('booth-page.source')}</th></tr>
      </thead>
      <tbody>
        <tr><th scope="row">${say('booth-page.population')}</th><td>${people} ${say('booth-page.people')}</td><td>${say('booth-page.census')}</td></tr>
        <tr><th scope="row">${say('booth-page.place')}</th><td>${place}</td><td>WGS 84</td></tr>
        <tr><th scope="row">${say('booth-page.code')}</th><td>${city.adcode}</td><td>${say('booth-page.code-source')}</td></tr>
      </tbody>
    </table>`
}

interface Page {
  readonly language: Language
  readonly path: string
  /** Of the address, before the language; ends with `&`. */
  readonly query?: string
  /** Not for the indexes of search engines. */
  readonly hidden?: boolean
  readonly title: string
  readonly description: string
  readonly body: Html
}

function page({ language, path, query = '', title, description, body, hidden = false }: Page): string {
  const say = words(language)
  const turned = language === 'zh' ? 'en' : 'zh'
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="${description}">
    ${hidden ? html`<meta name="robots" content="noindex, nofollow">` : ''}
    <title>${title} · ${say('booth-page.house')}</title>
    <link rel="alternate" hreflang="zh" href="${path}?${query}lang=zh">
    <link rel="alternate" hreflang="en" href="${path}?${query}lang=en">
    <link rel="stylesheet" href="/booths/page.css">
  </head>
  <body>
    <a class="skip" href="#content">${say('booth-page.skip')}</a>
    <header>
      <a class="house" href="/">${say('booth-page.house')}</a>
      <nav aria-label="${say('booth-page.house')}">
        <a href="/booths?lang=${language}">${say('booth-page.all')}</a>
        <a href="/hall">${say('booth-page.hall')}</a>
        <a href="${path}?${query}lang=${turned}" lang="${turned === 'zh' ? 'zh-CN' : 'en'}" hreflang="${turned}">${say('booth-page.other-language')}</a>
      </nav>
    </header>
    <main id="content">${body}</main>
    <footer><p>${say('booth-page.house')} · ${say('booth-page.list')}</p></footer>
  </body>
</html>`.text
}
