// Makes the fonts the test browser draws with. That browser brings one Latin font and no Chinese, and with its own
// configuration every system text may come out 0 px wide. Noto Sans SC comes by npm (SIL Open Font License 1.1,
// node_modules/@fontsource/noto-sans-sc/LICENSE); nothing of it is kept in this repository.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { CACHE } from '../paths.ts'
import { woffToTtf } from './woff-to-ttf.ts'

const FACES = ['latin-400', 'latin-700', 'chinese-simplified-400', 'chinese-simplified-700']

const configuration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="strong"><string>Noto Sans SC</string></edit>
  </match>
</fontconfig>
`

/** Makes the fonts once (about 0.2 s) and returns the path of their fonts.conf. Safe when several processes ask at once. */
export function makeFonts(): string {
  const home = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = join(CACHE, `fonts-${version}`)
  const config = join(folder, 'fonts.conf')
  if (existsSync(config)) return config

  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'fonts-draft-'))
  for (const face of FACES) {
    const woff = readFileSync(join(home, 'files', `noto-sans-sc-${face}-normal.woff`))
    writeFileSync(join(draft, `${face}.ttf`), woffToTtf(woff))
  }
  writeFileSync(join(draft, 'fonts.conf'), configuration(folder))
  try {
    renameSync(draft, folder)
  } catch (cause) {
    if (!existsSync(config)) throw cause
  }
  return config
}
