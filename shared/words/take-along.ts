// Words of taking a city's whole content along as one zip, and of bringing one in.

import type { WordTable } from './words.ts'

export const TAKE_ALONG_WORDS = {
  'along.title': { zh: '带走与带入', en: 'Take along, bring in' },
  'along.what': {
    zh: '整个展位存成一个 .zip：草稿的文字、图片、PDF、影片和上传的原始模型，以及正在展示的版本。可以留存备份，也可以带到另一处会客厅。',
    en: 'The whole booth as one .zip: the draft’s words, pictures, PDFs, films, and its model as you uploaded it, with the version on show. To keep, or to bring in at another house.',
  },
  'along.take': { zh: '带走全部内容（.zip）', en: 'Take everything along (.zip)' },
  'along.bring': { zh: '带入一个 .zip', en: 'Bring in a .zip' },
  'along.bring-what': {
    zh: '会像平常上传一样逐一检查；您确认之前，草稿不会改变。最大 1 GB。',
    en: 'It is checked part by part like any upload. Your draft changes only once you say so. Up to 1 GB.',
  },
  'along.ready': {
    zh: '已检查完毕：{city}，{when}带走的内容',
    en: 'Checked: {city}, taken along {when}',
  },
  'along.another': { zh: '换一个文件', en: 'Choose another file' },
  'along.put': { zh: '放进草稿…', en: 'Put it into the draft…' },
  'along.sure': { zh: '用它替换现在的草稿？', en: 'Replace the draft with it?' },
  'along.sure-what': {
    zh: '草稿中不同的部分都会被替换，来宾看到的不变。只要不关闭这个页面，点一次“撤销”就能恢复。',
    en: 'Every part of the draft that differs is replaced; visitors see no change. One “Undo” brings the old draft back, as long as you stay on this page.',
  },
  'along.sure-take': { zh: '先带走现在的草稿', en: 'Take the present draft along first' },
  'along.sure-go': { zh: '替换草稿', en: 'Replace the draft' },
  'along.same': {
    zh: '与现在的草稿完全相同，没有可替换的内容。',
    en: 'It says what your draft says: nothing to replace.',
  },
  'along.now': { zh: '现在的草稿', en: 'Draft now' },
  'along.then': { zh: '带入的内容', en: 'Brought in' },
  'along.done': { zh: '已放进草稿', en: 'It stands in the draft' },
} as const satisfies WordTable
