// Words for what was mended in a model, how it came to stand, and what stayed over its budget: a line each, and only where there
// is something to say.

import type { WordTable } from './words.ts'

export const MENDING_WORDS = {
  'model.found-hidden-removed': {
    zh: '去掉了 {count} 个隐藏的零件。',
    en: '{count, plural, one {# hidden part} other {# hidden parts}} removed.',
  },
  'model.found-standard': {
    zh: '文件有 {count} 处不符合 glTF 标准（{names}），已经修好或不影响显示。',
    en: 'The file departs from the glTF standard in {count, plural, one {# way} other {# ways}} ({names}); that was mended or does no harm.',
  },
  'model.found-empty-removed': {
    zh: '去掉了 {count} 个空节点。',
    en: '{count, plural, one {# empty node} other {# empty nodes}} removed.',
  },
  'model.found-unused-removed': {
    zh: '去掉了 {count} 项没有用到的数据。',
    en: '{count, plural, one {# piece of data that nothing used} other {# pieces of data that nothing used}} removed.',
  },
  'model.found-materials-merged': {
    zh: '{count} 种重复材质已合并。',
    en: '{count, plural, one {# material was a copy} other {# materials were copies}} and merged.',
  },
  'model.found-meshes-merged': {
    zh: '{count} 个重复形状只存一次。',
    en: '{count, plural, one {# shape was a copy} other {# shapes were copies}} and kept once.',
  },
  'model.found-materials-converted': {
    zh: '{count} 种旧式材质换成了金属度与粗糙度。',
    en: '{count, plural, one {# material} other {# materials}} of the old kind turned into metal and roughness.',
  },
  'model.found-normals-made': {
    zh: '{count} 个零件缺少法线，已补上。',
    en: '{count, plural, one {# part} other {# parts}} had no normals and got them.',
  },
  'model.found-animations-trimmed': {
    zh: '动画中去掉了 {count, number} 个多余的关键帧。',
    en: '{count, plural, one {# key} other {# keys}} of its animations said nothing new and went.',
  },
  'model.found-textures-smaller': {
    zh: '{count} 张贴图缩小到 {side} 像素以内。',
    en: '{count, plural, one {# texture} other {# textures}} made smaller, to {side} pixels at most.',
  },
  'model.found-parts-joined': {
    zh: '{before, number} 个零件合并成 {count, number} 个。',
    en: '{before, number} parts joined into {count, number}.',
  },
  'model.found-pivot-moved': {
    zh: '原点原来偏离 {metres, number} 米，已移到地面中心。',
    en: 'Its origin was {metres, number} m away; it is in the middle of the floor now.',
  },
  'model.found-unit-unsure': {
    zh: '单位不确定：按{unit, select, mm {毫米} cm {厘米} inch {英寸} other {米}}计算，最长边 {size, number} 米；若按{other, select, mm {毫米} cm {厘米} inch {英寸} other {米}}则为 {otherSize, number} 米。请核对，不对请告诉我们单位。',
    en: 'We are not sure of its unit. Taken as {unit, select, mm {millimetres} cm {centimetres} inch {inches} other {metres}} its longest side is {size, number} m; in {other, select, mm {millimetres} cm {centimetres} inch {inches} other {metres}} it would be {otherSize, number} m. Is that right?',
  },
  'model.found-stray-removed': {
    zh: '{count} 个零件离模型很远，已去掉。',
    en: '{count, plural, one {# part} other {# parts}} far from the rest left out.',
  },
  'model.found-unit': {
    zh: '按{unit, select, mm {毫米} cm {厘米} inch {英寸} other {米}}换算了尺寸。',
    en: 'Its size was taken as {unit, select, mm {millimetres} cm {centimetres} inch {inches} other {metres}}.',
  },
  'model.found-turned-up': {
    zh: '模型原为 Z 轴向上，已转正。',
    en: 'It was drawn with z up and has been turned upright.',
  },
  'model.found-made-smaller': {
    zh: '为放进展位，缩小到 {percent}%。',
    en: 'Made smaller to fit the booth: {percent}% of its size.',
  },
  'model.found-made-larger': {
    zh: '为便于观看，放大为 {times} 倍。',
    en: 'Made {times} times larger, so that it can be seen.',
  },
  'model.found-over-near': {
    zh: '近景仍超出预算：{what, select, bytes {字节} triangles {面数} drawCalls {零件数} other {贴图内存}} {count, number}（上限 {limit, number}）。',
    en: 'Up close it is over budget: {what, select, bytes {bytes} triangles {triangles} drawCalls {parts} other {texture memory}} {count, number} of {limit, number}.',
  },
  'model.found-over-mid': {
    zh: '中景仍超出预算：{what, select, bytes {字节} triangles {面数} drawCalls {零件数} other {贴图内存}} {count, number}（上限 {limit, number}）。',
    en: 'Halfway it is over budget: {what, select, bytes {bytes} triangles {triangles} drawCalls {parts} other {texture memory}} {count, number} of {limit, number}.',
  },
  'model.found-over-far': {
    zh: '远景仍超出预算：{what, select, bytes {字节} triangles {面数} drawCalls {零件数} other {贴图内存}} {count, number}（上限 {limit, number}）。',
    en: 'From afar it is over budget: {what, select, bytes {bytes} triangles {triangles} drawCalls {parts} other {texture memory}} {count, number} of {limit, number}.',
  },
} as const satisfies WordTable
