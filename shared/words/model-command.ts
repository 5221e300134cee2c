// Words of the command `npm run model` that no upload needs.

import type { WordTable } from './words.ts'

export const COMMAND_WORDS = {
  'model.wrong-call': {
    zh: '用法：npm run model -- check 文件 [--unit m|cm|mm|inch] [--json]，或 npm run model -- optimise 输入 输出文件夹 [--unit …] [--json]',
    en: 'Usage: npm run model -- check FILE [--unit m|cm|mm|inch] [--json], or npm run model -- optimise IN OUTDIR [--unit …] [--json]',
  },
  'model.no-file': { zh: '找不到文件或无法读取：{name}', en: 'There is no such file, or it cannot be read: {name}' },
  'model.folder-link': {
    zh: '文件夹里的链接指向外面：{name}',
    en: 'A link in the folder leads elsewhere: {name}',
  },
  'model.cannot-write': { zh: '无法写入 {name}', en: 'It cannot be written to {name}' },
  'model.accepted': { zh: '{name}：接受', en: '{name}: accepted' },
  'model.refused': { zh: '{name}：拒绝', en: '{name}: refused' },
  'model.figures': {
    zh: '{level, select, before {原来} near {近景} mid {中景} other {远景}}：{bytes, number} 字节，{triangles, number} 面，{drawCalls, number} 个零件，{textures, number} 张贴图',
    en: '{level, select, before {before} near {near} mid {mid} other {far}}: {bytes, number} bytes, {triangles, number} triangles, {drawCalls, number} parts, {textures, number} textures',
  },
  'model.pictures': {
    zh: '{count, plural, =0 {没有拍图：没有能运行的浏览器（BROWSER）} other {stills/ 中有 # 张图}}',
    en: '{count, plural, =0 {no pictures: no browser runs (BROWSER)} other {# pictures in stills/}}',
  },
} as const satisfies WordTable
