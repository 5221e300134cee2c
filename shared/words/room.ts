// Words for the room: the phone page and the stage screen.

import type { WordTable } from './words.ts'

export const ROOM_WORDS = {
  'phone.title': { zh: '现场参与', en: 'Take part in the room' },
  'phone.code': { zh: '入场码', en: 'Join code' },
  'phone.code-help': { zh: '大屏幕上的五位字母和数字', en: 'The five letters and digits on the screen' },
  'phone.join': { zh: '加入', en: 'Join' },
  'phone.kept': { zh: '不需要姓名，也不保存您的个人信息。', en: 'No name needed; nothing about you is kept.' },
  'phone.other-code': { zh: '换一个入场码', en: 'Use another code' },
  'stage.join': { zh: '用手机参与', en: 'Take part with your phone' },
  'stage.scan': { zh: '扫码，或打开 {address}', en: 'Scan, or open {address}' },
  'stage.qr': { zh: '加入的二维码，入场码 {code}', en: 'QR code to join, code {code}' },
  'stage.opening': { zh: '正在连接会客厅…', en: 'Connecting to the house…' },
  'stage.key-bad': { zh: '大屏幕链接无效', en: 'This stage link does not work' },
  'stage.key-help': { zh: '请在主持面板中重新复制链接。', en: 'Copy it anew from the host’s panel.' },
  'stage.welcome': { zh: '欢迎', en: 'Welcome' },
  'stage.question': { zh: '提问', en: 'Question' },
  'stage.thanks': { zh: '谢谢', en: 'Thank you' },
} as const satisfies WordTable
