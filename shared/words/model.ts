// What a city reads about its model: why a file was refused and what to do, and what was mended on the way.
// One entry per code of models/pipeline, shared/model and server/model (a test finds one without), here or in model-formats.ts,
// model-mending.ts, model-command.ts and city-file.ts.

import type { WordTable } from './words.ts'

export const MODEL_WORDS = {
  // the upload
  'model.too-large': {
    zh: '文件超过 {limit} MB。请缩小贴图、减少面数后重新导出。',
    en: 'The file is over {limit} MB. Make its textures smaller or give it fewer triangles, then export it again.',
  },
  'model.wrong-type': {
    zh: '只接受 glTF（.glb、.gltf）、FBX、OBJ、3DS、USDZ、PLY、STL，或装有其中一种的 .zip。最好导出为 .glb。',
    en: 'Only glTF (.glb, .gltf), FBX, OBJ, 3DS, USDZ, PLY, STL, or a .zip with one of them can be taken. Best is .glb.',
  },
  'model.too-many': {
    zh: '本市已有 {limit} 个文件在上传或处理。请等其中一个完成。',
    en: 'Your city already has {limit} files on the way. Wait until one of them is done.',
  },
  'model.quota': {
    zh: '本市的空间已用 {used, number} MB，共 {limit, number} MB，放不下这个文件。请联系会客厅增加空间；未提交的旧模型会在 30 天后自动清除。',
    en: 'Your city uses {used, number} of its {limit, number} MB, and this file does not fit. Ask the house for more room; old models that were never submitted go by themselves after 30 days.',
  },
  'model.too-long': {
    zh: '处理这个文件用时太长，已停止。请减少面数和贴图后再试。',
    en: 'The file took too long to work through, so it was stopped. Try again with fewer triangles and textures.',
  },
  'model.too-heavy': {
    zh: '处理这个文件需要太多内存，或文件使程序中断。请减少面数和贴图，重新导出后再试。',
    en: 'The file needs too much memory or broke the program that read it. Reduce it, export it again, then retry.',
  },
  'model.failed': {
    zh: '服务器处理时出错，与文件无关。请稍后重新上传。',
    en: 'The server failed while working on it; the file is not to blame. Please upload it again later.',
  },
  'model.still-too-heavy': {
    zh: '优化后仍超过 {limit, number} 字节（现为 {count, number}）。请减少面数或贴图。',
    en: 'Even optimised it takes {count, number} bytes; {limit, number} is the most. Use fewer triangles or textures.',
  },

  // the container
  'model.empty': { zh: '文件是空的。请重新导出。', en: 'The file is empty. Export it again.' },
  'model.not-gltf': {
    zh: '看不出这是什么模型。请在建模软件中导出为 .glb（glTF 2.0）或 FBX。',
    en: 'This is no model that we can read. Export it as .glb (glTF 2.0) or FBX from your 3D program.',
  },
  'model.truncated': {
    zh: '文件不完整，后面缺了一截。请重新导出或重新复制。',
    en: 'The file is cut off. Export or copy it again.',
  },
  'model.version': {
    zh: '只支持 glTF 2.0。请用新版导出插件重新导出。',
    en: 'Only glTF 2.0 can be taken. Export it again with a current exporter.',
  },
  'model.length-lies': {
    zh: '文件头写的长度与内容不符。请重新导出。',
    en: 'The lengths written in the file do not match its content. Export it again.',
  },
  'model.no-json': { zh: '文件里没有场景描述。请重新导出。', en: 'The file has no scene in it. Export it again.' },
  'model.zip': {
    zh: '压缩包损坏或格式不常见。请用普通 zip 重新打包。',
    en: 'The zip is damaged or of an unusual kind. Pack it again as a plain zip.',
  },
  'model.zip-locked': { zh: '压缩包有密码。请去掉密码。', en: 'The zip has a password. Pack it without one.' },
  'model.zip-bomb': {
    zh: '压缩包解开后过大，或与声明的大小不符。',
    en: 'The zip unpacks to far too much, or to more than it says.',
  },
  'model.zip-entries': {
    zh: '压缩包里有 {count} 个文件，最多 {limit} 个。请只打包模型和贴图。',
    en: 'The zip holds {count} files; {limit} is the most. Pack only the model and its textures.',
  },
  'model.zip-path': {
    zh: '压缩包里的路径不安全：{name}。请重新打包。',
    en: 'The zip has a path that may not be used: {name}. Pack it again.',
  },
  'model.zip-names': {
    zh: '压缩包里有同名文件：{name}。请改名后重新打包。',
    en: 'Two files in the zip have the same name: {name}. Rename one and pack it again.',
  },
  'model.zip-nested': {
    zh: '压缩包里又有压缩包：{name}。请解开后重新打包。',
    en: 'There is an archive inside the zip: {name}. Unpack it and pack everything once.',
  },
  'model.zip-no-model': {
    zh: '压缩包里没有模型文件（.glb、.gltf、.fbx、.obj、.3ds、.usdz、.ply、.stl）。',
    en: 'There is no model in the zip (.glb, .gltf, .fbx, .obj, .3ds, .usdz, .ply, .stl).',
  },
  'model.zip-many-models': {
    zh: '压缩包里有 {count} 个模型。请每次只放一个。',
    en: 'The zip holds {count} models. Put in one at a time.',
  },

  // the text of the scene
  'model.json': { zh: '场景描述有语法错误。请重新导出。', en: 'The scene text has a syntax error. Export it again.' },
  'model.json-size': {
    zh: '场景描述超过 {limit} MB。请合并零件、减少节点；数据请放进 .glb，不要嵌为文本。',
    en: 'The scene text is over {limit} MB. Merge parts, and export as .glb instead of embedding data as text.',
  },
  'model.json-depth': {
    zh: '场景描述嵌套超过 {limit} 层。请清理自定义数据。',
    en: 'The scene text is nested over {limit} deep. Remove custom data.',
  },
  'model.json-utf8': { zh: '文字编码不是 UTF-8。请重新导出。', en: 'The text is not UTF-8. Export it again.' },
  'model.json-duplicate': {
    zh: '场景描述里同一项出现两次。请重新导出。',
    en: 'The scene text names the same thing twice. Export it again.',
  },
  'model.schema': {
    zh: '场景描述不符合 glTF 2.0（{at}）。请重新导出。',
    en: 'The scene does not follow glTF 2.0 ({at}). Export it again.',
  },
  'model.not-finite': {
    zh: '模型里有无效的数值（无穷大或非数字）。请检查变换和顶点，重置后导出。',
    en: 'The model has numbers that are not numbers. Reset transforms and check its vertices, then export again.',
  },
  'model.reference': {
    zh: '文件引用了不存在的部分。请重新导出。',
    en: 'The file points at parts that are not in it. Export it again.',
  },
  'model.external-uri': {
    zh: '模型引用了文件外的资源：{name}。请把贴图打包进 .glb，或与 .gltf 一起放进 .zip。',
    en: 'The model points outside the file: {name}. Embed everything in a .glb, or zip the .gltf with its files.',
  },
  'model.file-missing': {
    zh: '压缩包里缺少 {name}。请把它放在模型旁边一起打包。',
    en: 'The zip lacks {name}. Pack it beside the model.',
  },
  'model.extension': {
    zh: '模型需要不支持的扩展 {name}。请换一种方式导出。',
    en: 'The model needs the extension {name}, which cannot be shown. Export it without.',
  },

  // data
  'model.buffer-missing': { zh: '缺少几何数据。请重新导出。', en: 'Its geometry data is missing. Export it again.' },
  'model.buffer-short': { zh: '几何数据不完整。请重新导出。', en: 'Its geometry data is cut short. Export it again.' },
  'model.view-range': { zh: '数据范围越界。请重新导出。', en: 'It reads outside its own data. Export it again.' },
  'model.accessor-range': {
    zh: '顶点数据越界或数目不一致。请重新导出。',
    en: 'Its vertex data does not add up. Export it again.',
  },
  'model.accessor-bomb': {
    zh: '模型展开后的数据过大。请减少面数。',
    en: 'The model unpacks to too much data. Give it fewer triangles.',
  },
  'model.accessor-count': {
    zh: '数据块有 {count} 个，最多 {limit} 个。请合并零件。',
    en: 'It has {count} blocks of data; {limit} is the most. Merge parts.',
  },
  'model.index-range': {
    zh: '三角面指向不存在的顶点。请重新导出。',
    en: 'Triangles point at vertices that are not there. Export it again.',
  },
  'model.extent': {
    zh: '模型大小不合理：太小、太大、压成一点或缩放为零。请检查单位和缩放。',
    en: 'Its size makes no sense: tiny, huge, flat to a point or scaled to nothing. Check units and scale.',
  },
  'model.empty-scene': { zh: '场景里没有可显示的模型。', en: 'There is nothing to show in the scene.' },
  'model.draco': {
    zh: 'Draco 压缩数据损坏。请不压缩重新导出。',
    en: 'Its Draco data is damaged. Export it without compression.',
  },
  'model.meshopt': {
    zh: 'meshopt 压缩数据损坏。请不压缩重新导出。',
    en: 'Its meshopt data is damaged. Export it without compression.',
  },

  // too much
  'model.node-count': {
    zh: '节点有 {count} 个，最多 {limit} 个。请合并零件。',
    en: 'It has {count} nodes; {limit} is the most. Merge parts.',
  },
  'model.node-depth': {
    zh: '节点层级超过 {limit} 层。请减少分组。',
    en: 'Its groups are nested over {limit} deep. Flatten them.',
  },
  'model.node-cycle': { zh: '节点互相包含，形成循环。请重新导出。', en: 'Nodes contain each other. Export it again.' },
  'model.node-parents': {
    zh: '同一节点有两个上级。请重新导出。',
    en: 'A node has two parents. Export it again.',
  },
  'model.mesh-count': {
    zh: '网格有 {count} 个，最多 {limit} 个。请合并零件。',
    en: 'It has {count} meshes; {limit} is the most. Merge parts.',
  },
  'model.draw-calls': {
    zh: '零件有 {count} 个，最多 {limit} 个。请按材质合并零件。',
    en: 'It has {count} separate parts; {limit} is the most. Merge those with the same material.',
  },
  'model.triangles': {
    zh: '面数为 {count, number}，最多 {limit, number}。请减面后导出。',
    en: 'It has {count, number} triangles; {limit, number} is the most. Reduce it and export again.',
  },
  'model.material-count': {
    zh: '材质有 {count} 个，最多 {limit} 个。请合并材质。',
    en: 'It has {count} materials; {limit} is the most. Merge materials.',
  },
  'model.scenes': {
    zh: '场景有 {count} 个，最多 {limit} 个。',
    en: 'It has {count} scenes; {limit} is the most.',
  },
  'model.animation': {
    zh: '动画有 {count} 条轨道，最多 {limit} 条。请删去不用的动画。',
    en: 'Its animation has {count} tracks; {limit} is the most. Remove what is not used.',
  },
  'model.morph': {
    zh: '形变目标有 {count} 个，最多 {limit} 个。',
    en: 'It has {count} morph targets; {limit} is the most.',
  },
  'model.skin': {
    zh: '骨骼有 {count} 个，最多 {limit} 个。',
    en: 'It has {count} bones; {limit} is the most.',
  },
  'model.instances': {
    zh: '实例有 {count} 个，最多 {limit} 个。',
    en: 'It has {count} instances; {limit} is the most.',
  },

  // pictures
  'model.image': {
    zh: '有一张贴图损坏，无法读取。请重新导出。{name}',
    en: 'One of its textures is damaged and cannot be read. Export it again. {name}',
  },
  'model.image-type': {
    zh: '贴图只能是 PNG、JPEG、WebP 或 KTX2。{name}',
    en: 'Textures must be PNG, JPEG, WebP or KTX2. {name}',
  },
  'model.image-size': {
    zh: '贴图过大：{width} × {height}。请缩到 4096 以内。{name}',
    en: 'A texture is too large: {width} × {height}. Keep it within 4096. {name}',
  },
  'model.image-count': {
    zh: '贴图有 {count} 张，最多 {limit} 张。请合并贴图。',
    en: 'It has {count} textures; {limit} is the most. Merge them.',
  },
  'model.image-pixels': {
    zh: '全部贴图加起来过大。请缩小贴图。',
    en: 'All its textures together are too large. Make them smaller.',
  },
  'model.ktx2': {
    zh: 'KTX2 贴图损坏或不支持。请换用 PNG 或 JPEG。{name}',
    en: 'A KTX2 texture is damaged or of a kind we cannot read. Use PNG or JPEG. {name}',
  },

  // what was mended or is worth saying
  'model.found-trailing-data': {
    zh: '文件末尾多出 {bytes, number} 字节，已去掉。',
    en: 'There were {bytes, number} bytes behind its end; they were cut off.',
  },
  'model.found-unknown-chunks': {
    zh: '含有未知数据块，已忽略。',
    en: 'It had unknown blocks of data; they were left out.',
  },
  'model.found-byte-order-mark': { zh: '去掉了文字开头的标记。', en: 'A mark at the start of its text was dropped.' },
  'model.found-extras-dropped': {
    zh: '自定义数据（{count} 处）已去掉。',
    en: 'Custom data ({count, plural, one {# place} other {# places}}) was dropped.',
  },
  'model.found-names-cleaned': {
    zh: '{count} 个名称含有异常字符或过长，未保留。',
    en: '{count, plural, one {# name} other {# names}} had odd characters or was too long and was not kept.',
  },
  'model.found-extensions-dropped': { zh: '未使用的扩展：{names}。', en: 'Extensions that were left out: {names}.' },
  'model.found-cameras-removed': {
    zh: '去掉了 {count} 个相机。',
    en: '{count, plural, one {# camera} other {# cameras}} removed.',
  },
  'model.found-lights-removed': {
    zh: '去掉了 {count} 盏灯；展厅自有灯光。',
    en: '{count, plural, one {# light} other {# lights}} removed; the hall has its own.',
  },
  'model.found-lines-removed': {
    zh: '去掉了 {count} 组线或点。',
    en: '{count, plural, one {# set} other {# sets}} of lines or points removed.',
  },
  'model.found-scenes-dropped': {
    zh: '只显示默认场景，另外 {count} 个未使用。',
    en: 'Only its main scene is shown; {count, plural, one {# other was} other {# others were}} left out.',
  },
  'model.found-textures-merged': {
    zh: '{count} 张重复贴图已合并。',
    en: '{count, plural, one {# texture was a copy} other {# textures were copies}} and merged.',
  },
  'model.found-normals-mended': {
    zh: '修正了 {count, number} 条法线。',
    en: '{count, plural, one {# normal} other {# normals}} mended.',
  },
} as const satisfies WordTable
