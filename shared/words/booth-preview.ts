// Words of a booth's plain page when a version is looked at that is not, or not yet, what everybody sees.

import type { WordTable } from './words.ts'

export const PREVIEW_WORDS = {
  'preview.submitted': {
    zh: '预览：第 {n} 版，等待审核，未公开。除展位编辑和会客厅工作人员外，没有人能看到。',
    en: 'Preview of version {n}, which waits for approval. Not public: only the city’s staff and the desk see this page.',
  },
  'preview.returned': {
    zh: '预览：第 {n} 版，已退回，未公开。除展位编辑和会客厅工作人员外，没有人能看到。',
    en: 'Preview of version {n}, which was returned. Not public: only the city’s staff and the desk see this page.',
  },
  'preview.withdrawn': {
    zh: '预览：第 {n} 版，已撤回，未公开。除展位编辑和会客厅工作人员外，没有人能看到。',
    en: 'Preview of version {n}, which was withdrawn. Not public: only the city’s staff and the desk see this page.',
  },
  'preview.approved': {
    zh: '预览：第 {n} 版，已批准，现在没有展示。除展位编辑和会客厅工作人员外，没有人能看到。',
    en: 'Preview of version {n}, approved and not on show now. Not public: only the city’s staff and the desk see this page.',
  },
  'preview.shown': {
    zh: '第 {n} 版，正在展示。',
    en: 'Version {n}, which is on show now.',
  },
  'preview.model': {
    zh: '这一版有自己的三维模型；它的图片在展示之后拍摄。',
    en: 'This version has a 3D model of its own; pictures of it are taken once it is on show.',
  },
  'preview.not-yours': {
    zh: '这一版只有展位编辑和会客厅工作人员能看',
    en: 'Only the city’s staff and the desk may look at this version',
  },
  'preview.sign-in': { zh: '登录', en: 'Sign in' },
} as const satisfies WordTable
