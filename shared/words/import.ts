// Why a city's whole content, sent as one zip, was not taken, by code, and what to do.

import type { WordTable } from './words.ts'

export const IMPORT_WORDS = {
  'model.import-type': {
    zh: '请选择从展位“带走”的 .zip 文件。',
    en: 'Choose a .zip that was taken along from a booth.',
  },
  'model.import-not-ours': {
    zh: '这个 .zip 不是从展位“带走”的内容（缺少清单 manifest.json）。模型请在“模型”页面上传。',
    en: 'This .zip was not taken along from a booth: it has no manifest.json. A model is uploaded on the page “Model”.',
  },
  'model.import-newer': {
    zh: '这个文件来自更新版本的会客厅，这里还读不了。请联系会客厅升级。',
    en: 'This file comes from a newer version of the house and cannot be read here. Ask the house to bring itself up to date.',
  },
  'model.import-damaged': {
    zh: '文件不完整或被改动过：“{name}”与清单不符。请重新带走一次。',
    en: 'The file is damaged or was changed: “{name}” is not what its list says. Take the booth along once more.',
  },
  'model.import-content': {
    zh: '其中的文字内容不符合要求（可能被手工改动过）。请重新带走一次。',
    en: 'The words in it are not as a booth’s should be; they may have been changed by hand. Take the booth along once more.',
  },
  'model.import-part': {
    zh: '其中的“{name}”没有被采用，因此什么都没有带入。原因：',
    en: '“{name}” in it was not accepted, so nothing was brought in. The reason:',
  },
} as const satisfies WordTable
