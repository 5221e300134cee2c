// Why a city's picture, PDF or film was not taken, by code, and what to do.

import type { WordTable } from './words.ts'

export const CITY_FILE_WORDS = {
  'model.file-type': {
    zh: '可以上传图片（JPG、PNG、WebP、SVG）、PDF 和影片（MP4、WebM）。',
    en: 'Pictures (JPG, PNG, WebP, SVG), PDF, and films (MP4, WebM) can be uploaded.',
  },
  'model.file-too-large': {
    zh: '这类文件最大 {limit, number} MB。请压缩后再上传。',
    en: 'Files of this kind may have at most {limit, number} MB. Make it smaller and upload it again.',
  },
  'model.file-not-picture': {
    zh: '图片无法打开，可能已损坏。请在图片软件中另存为 JPG 或 PNG。',
    en: 'The picture cannot be opened; it may be damaged. Save it again as JPG or PNG.',
  },
  'model.file-not-pdf': {
    zh: '这不是完整的 PDF 文件。请重新导出。',
    en: 'This is not a whole PDF. Export it again.',
  },
  'model.file-not-film': {
    zh: '这不是 MP4 或 WebM 影片。请在视频软件中导出为 MP4（H.264）。',
    en: 'This is no MP4 or WebM film. Export it as MP4 (H.264).',
  },
} as const satisfies WordTable
