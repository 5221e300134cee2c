// A model's pictures where nothing is drawn: uploaded in the studio, taken by the server's own browser, seen on the booth's page, on
// its card in the hall without 3D, in the studio and at the desk.

import { mkdirSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { unpackBrowser } from '../../../models/pipeline/stills/browser.ts'
import { STILL, STILLS, THUMBNAIL } from '../../../shared/model/stills.ts'
import { approveBooth, signIn, submitBooth, uploadModel } from '../../support/desk-page.ts'
import { DESKTOP, expectAccessible, expectClean, PHONE, picture, type Visitor } from '../../support/page.ts'
import { CACHE, emptyFolder, ROOT } from '../../support/paths.ts'
import { openSite } from '../../support/site.ts'

// The browser that the tests have unpacked already serves the house too.
const dataDir = emptyFolder('pictures')
mkdirSync(join(dataDir, 'models'))
beforeAll(async () => {
  const { path } = await unpackBrowser(CACHE)
  const folder = join(path, '..')
  symlinkSync(folder, join(dataDir, 'models', basename(folder)))
})
const site = openSite({ server: { dataDir, env: { BROWSER: 'packed' } } })

/** How large pictures really are, once they are there. */
const sizes = ({ page }: Visitor, pictures: string) =>
  page.waitForFunction((selector) => {
    const found = [...document.querySelectorAll<HTMLImageElement>(selector)]
    for (const one of found) one.loading = 'eager'
    const there = found.length > 0 && found.every(({ complete, naturalWidth }) => complete && naturalWidth > 0)
    return there && found.map(({ naturalWidth, naturalHeight }) => `${naturalWidth} × ${naturalHeight}`)
  }, pictures)
const whole = `${STILL.width} × ${STILL.height}`
const small = `${THUMBNAIL.width} × ${THUMBNAIL.height}`

describe('the pictures of a model', () => {
  it('[BOOTH-30] [UI-140] come by themselves and stand wherever it is named and not drawn', async () => {
    const [staff, operator, visitor, reader] = await Promise.all([
      site.visitor({ viewport: DESKTOP }),
      site.visitor({ viewport: DESKTOP }),
      site.visitor({ viewport: PHONE }),
      site.visitor({ viewport: DESKTOP, locale: 'zh-CN' }),
    ])
    await visitor.page.goto('/hall/qingdao?level=none')
    await signIn(operator.page, site.server.link('operator'))
    await signIn(staff.page, site.server.link('qingdao'))
    await uploadModel(staff.page, join(ROOT, 'tests/fixtures/models/diamond-clearcoat.glb'))
    await submitBooth(staff.page, 'qingdao')
    await approveBooth(operator.page, 'Qingdao')
    expect(await (await sizes(visitor, '.model-stills img')).jsonValue()).toEqual(Array(STILLS).fill(whole))
    await staff.page.goto('/studio/qingdao')
    expect(await (await sizes(staff, '.current-thumbnail')).jsonValue()).toEqual([small])
    await operator.page.reload()
    expect(await (await sizes(operator, '.desk-thumbnail')).jsonValue()).toEqual([small])
    await reader.page.goto('/booths/qingdao')
    expect(await (await sizes(reader, '.stills img')).jsonValue()).toEqual(Array(STILLS).fill(whole))
    await reader.page.getByRole('img', { name: '展位模型 6/6' }).waitFor()
    for (const [one, name] of [
      [staff, 'pictures-studio'],
      [operator, 'pictures-desk'],
      [visitor, 'pictures-card'],
      [reader, 'pictures-page'],
    ] as const) {
      await picture(one.page, name)
      await expectAccessible(one.page)
    }
    await reader.page.goto('/booths')
    expect(await (await sizes(reader, '.thumbnail')).jsonValue()).toEqual([small])
    for (const one of [staff, operator, visitor, reader]) expectClean(one)
  })
})
