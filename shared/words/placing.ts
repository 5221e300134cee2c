// Words of placing a model in the studio: the view of the booth, its place, turn and size, and the question about its unit.

import type { WordTable } from './words.ts'

const UNIT_ZH = '{unit, select, mm {毫米} cm {厘米} inch {英寸} other {米}}'
const UNIT_EN = '{unit, select, mm {millimetres} cm {centimetres} inch {inches} other {metres}}'

export const PLACING_WORDS = {
  'place.title': { zh: '在展位中摆放', en: 'Place it in your booth' },
  'place.view': { zh: '{city}展位的三维预览', en: 'View of the booth of {city}' },
  'place.view-help': {
    zh: '拖动模型可移动，按住 Shift 拖动可旋转。键盘：方向键移动，Shift 加左右方向键旋转，加减号改变大小，B 切换展厅现状和草稿。',
    en: 'Drag the model to move it, with Shift held to turn it. By keyboard: arrows move, Shift with left or right turns, plus and minus change the size, B switches between the hall now and your draft.',
  },
  'place.walk-help': {
    zh: '拖动转动视线，点击地面走过去。键盘：W、A、S、D 或方向键行走，Q、E 转身，B 切换展厅现状和草稿。',
    en: 'Drag to look around, click the floor to walk there. By keyboard: W, A, S, D or arrows walk, Q and E turn, B switches between the hall now and your draft.',
  },
  'place.look': { zh: '视角', en: 'Look' },
  'place.front': { zh: '正面', en: 'From the aisle' },
  'place.above': { zh: '俯视', en: 'From above' },
  'place.walk': { zh: '走进去', en: 'Walk' },
  'place.which': { zh: '显示', en: 'Show' },
  'place.now': { zh: '展厅现状', en: 'In the hall now' },
  'place.draft': { zh: '草稿', en: 'Your draft' },
  'place.key': { zh: '按 B 键切换', en: 'Key B switches' },
  'place.open': { zh: '打开三维预览', en: 'Open the 3D view' },
  'place.open-help': {
    zh: '在展厅的灯光里看您的展位，还可以走进去。这台设备没有独立显卡，画面可能较慢。',
    en: 'See your booth in the light of the hall, and walk into it. This device draws in 3D slowly, so we ask first.',
  },
  'place.opening': { zh: '正在打开展位…', en: 'Opening the booth…' },
  'place.no-view': {
    zh: '这里无法显示三维画面。仍可用右侧的数值摆放模型，发布后展厅会照此显示。',
    en: 'The 3D view cannot be shown here. You can still place the model by its numbers; the hall will show it so.',
  },
  'place.again': { zh: '再试一次', en: 'Try again' },
  'place.x': { zh: '左右（米）', en: 'Left and right, m' },
  'place.z': { zh: '前后（米）', en: 'Back and front, m' },
  'place.yaw': { zh: '旋转（度）', en: 'Turn, degrees' },
  'place.scale': { zh: '大小（%）', en: 'Size, %' },
  'place.number': { zh: '{field}，数值', en: '{field}, as a number' },
  'place.fills': { zh: '已占满', en: 'full' },
  'place.hint': {
    zh: '拖动模型可移动，按住 Shift 可旋转，也可用方向键。',
    en: 'Drag the model to move it, with Shift to turn it. Arrow keys work, too.',
  },
  'place.walk-hint': {
    zh: '拖动转动视线，点击地面走过去，也可用方向键行走。',
    en: 'Drag to look around, click the floor to walk there. Arrow keys walk, too.',
  },
  'place.quarter': { zh: '转 90°', en: 'Quarter turn' },
  'place.middle': { zh: '放回中间', en: 'Put back to the middle' },
  'place.stands': {
    zh: '占地 {width} × {depth} 米，高 {height} 米',
    en: 'Stands {width} × {depth} m, {height} m high',
  },
  'place.too-large': {
    zh: '这样会超出展位 {metres} 米，已缩小到 {percent}% 以便放下。',
    en: 'It would stick out by {metres} m: made smaller to fit, {percent} %.',
  },
  'place.over': {
    zh: '这样会超出边缘 {metres} 米，已移回展位内。',
    en: 'It would stick out by {metres} m over the edge: moved in.',
  },
  'place.missing': { zh: '没有读到这个模型。', en: 'The model could not be read.' },
  'unit.title': { zh: '尺寸对吗？', en: 'Is the size right?' },
  'unit.lead': {
    zh: '文件没有写明单位。展位一般宽 5 到 7 米。您的模型最长的一边应该是多少？',
    en: 'The file does not say its unit. A booth is usually 5 to 7 m wide. How long should the longest side of your model be?',
  },
  'unit.metres': { zh: `{metres} 米（${UNIT_ZH}）`, en: `{metres} m (${UNIT_EN})` },
  'unit.now': { zh: '现在按这个显示', en: 'as shown now' },
  'unit.keep': { zh: '现在的对', en: 'As it is now is right' },
  'unit.anew': { zh: '按这个重新处理', en: 'Make it anew in this size' },
  'unit.waiting': {
    zh: '正在按新的尺寸重新处理，完成后会放到草稿里。',
    en: 'It is being made anew in this size. It comes into your draft when it is done.',
  },
} as const satisfies WordTable
