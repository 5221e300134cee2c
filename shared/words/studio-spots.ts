// Words of the studio's page of spots: what one shows, its files, where it stands on the plan of the booth.

import type { WordTable } from './words.ts'

export const SPOT_FIELD_WORDS = {
  'spots.kind': { zh: '展示什么', en: 'What it shows' },
  'spots.kind-text': { zh: '文字', en: 'Text' },
  'spots.kind-picture': { zh: '图片', en: 'Picture' },
  'spots.kind-film': { zh: '影片', en: 'Film' },
  'spots.kind-pdf': { zh: 'PDF', en: 'PDF' },
  'spots.kind-link': { zh: '链接', en: 'Link' },
  'spots.kind-contact': { zh: '联系人', en: 'Contact' },
  'spots.film': { zh: '影片', en: 'Film' },
  'spots.film-choose': { zh: '选择影片', en: 'Choose a film' },
  'spots.film-help': {
    zh: 'MP4 或 WebM，最大 {max} MB。来宾点击后才播放。',
    en: 'MP4 or WebM, up to {max} MB. It plays when a visitor starts it.',
  },
  'spots.pdf': { zh: 'PDF 文件', en: 'PDF file' },
  'spots.pdf-choose': { zh: '选择 PDF', en: 'Choose a PDF' },
  'spots.pdf-help': {
    zh: '最大 {max} MB。来宾下载后用自己的程序打开。',
    en: 'Up to {max} MB. Visitors download it and open it in a program of their own.',
  },
  'spots.file-other': { zh: '换一个', en: 'Choose another' },
  'spots.file-remove': { zh: '移除', en: 'Remove it' },
  'spots.file-sending': { zh: '正在上传…', en: 'Uploading…' },
  'spots.file-checking': { zh: '已上传，正在检查…', en: 'Uploaded. It is being checked…' },
  'spots.beside': { zh: '说明文字', en: 'Words beside it' },
  'spots.url': { zh: '网址', en: 'Address' },
  'spots.url-help': {
    zh: '以 https:// 开头。来宾会看到它通向哪里。',
    en: 'An https:// address. Visitors are told where it leads.',
  },
  'spots.url-https': {
    zh: '网址须以 https:// 开头。改好后保存。',
    en: 'The address must begin with https:// and is saved once it does.',
  },
  'spots.url-person': {
    zh: '网址里不能有用户名或密码（@ 之前的部分）。',
    en: 'The address may not hold a user name or password (the part before the @).',
  },
  'spots.url-broken': {
    zh: '这还不是完整的网址，例如 https://example.com/page。填好后保存。',
    en: 'This is no whole address yet, for example https://example.com/page. It is saved once it is.',
  },
  'spots.contact': { zh: '联系谁', en: 'Whom to contact' },
  'spots.contact-none': { zh: '请选择', en: 'Choose one' },
  'spots.contact-gone': { zh: '原来的联系人已被删除', en: 'The contact chosen was removed' },
  'spots.contact-empty': {
    zh: '还没有联系人。请先在“联系人”里添加。',
    en: 'There is nobody yet. Add a person on the People page first.',
  },
  'spots.contact-add': { zh: '前往联系人', en: 'Go to People' },
  'spots.where': { zh: '位置', en: 'Where it is' },
  'spots.plan': {
    zh: '展位平面图，互动点在{across}，{along}，高 {y} 米。方向键移动。',
    en: 'Plan of the booth. The spot is {across}, {along}, {y} m high. Arrow keys move it.',
  },
  'spots.plan-help': {
    zh: '在平面图上点击或拖动；也可用方向键，每次 0.1 米，按住 Shift 为 0.5 米。',
    en: 'Click or drag on the plan; or use the arrow keys, 0.1 m a step, 0.5 m with Shift.',
  },
  'spots.left': { zh: '左 {x} 米', en: '{x} m left' },
  'spots.right': { zh: '右 {x} 米', en: '{x} m right' },
  'spots.centre': { zh: '左右居中', en: 'in the middle' },
  'spots.front': { zh: '前 {z} 米', en: '{z} m to the front' },
  'spots.back': { zh: '后 {z} 米', en: '{z} m to the back' },
  'spots.halfway': { zh: '前后居中', en: 'halfway in' },
  'spots.across': { zh: '左右（米，右为正）', en: 'Left − / right + (m)' },
  'spots.along': { zh: '前后（米，前为正）', en: 'Back − / front + (m)' },
  'spots.height': { zh: '高度（米）', en: 'Height (m)' },
  'spots.height-slide': { zh: '高度：{y} 米', en: 'Height: {y} m' },
  'spots.number': { zh: '{least} 到 {most} 之间的数', en: 'A number from {least} to {most}' },
  'spots.entrance': { zh: '入口', en: 'Entrance' },
} as const satisfies WordTable
