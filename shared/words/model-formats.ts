// Words for models of other formats than glTF: how to export from programs whose files only they can read, and what stays
// behind when a file becomes glTF.

import type { WordTable } from './words.ts'

export const FORMAT_WORDS = {
  'model.export-max': {
    zh: '这是 3ds Max 的工程文件。请在 3ds Max 中“导出”为 FBX（勾选“嵌入的媒体”）或 glTF 再上传。',
    en: 'This is a 3ds Max scene. In 3ds Max choose Export, then FBX with “Embed Media” on, or glTF, and upload that.',
  },
  'model.export-sketchup': {
    zh: '这是 SketchUp 文件。请用“文件 › 导出 › 三维模型”导出为 glTF（.glb）、FBX 或 OBJ 再上传。',
    en: 'This is a SketchUp file. Use File › Export › 3D Model as glTF (.glb), FBX or OBJ, and upload that.',
  },
  'model.export-blender': {
    zh: '这是 Blender 文件。请用“文件 › 导出 › glTF 2.0（.glb）”导出再上传。',
    en: 'This is a Blender file. Use File › Export › glTF 2.0 (.glb), and upload that.',
  },
  'model.export-cinema': {
    zh: '这是 Cinema 4D 文件。请用“文件 › 导出 › glTF”或 FBX 导出再上传。',
    en: 'This is a Cinema 4D file. Use File › Export › glTF or FBX, and upload that.',
  },
  'model.export-maya': {
    zh: '这是 Maya 文件。请用“导出全部”导出为 FBX（勾选“嵌入的媒体”）再上传。',
    en: 'This is a Maya scene. Use Export All as FBX with “Embed Media” on, and upload that.',
  },
  'model.export-autocad': {
    zh: '这是 AutoCAD 图纸。请在三维软件中打开，导出为 FBX 或 glTF 再上传。',
    en: 'This is an AutoCAD drawing. Export it as FBX there (FBXEXPORT), or open it in a 3D program and export glTF.',
  },
  'model.export-revit': {
    zh: '这是 Revit 文件。请在三维视图中用“导出 › FBX”导出再上传。',
    en: 'This is a Revit file. From a 3D view use Export › FBX, and upload that.',
  },
  'model.export-ifc': {
    zh: '这是 IFC 建筑模型。请用 Blender（Bonsai 插件）或 Revit 打开，导出为 glTF 或 FBX 再上传。',
    en: 'This is an IFC building model. Open it in Blender (with Bonsai) or Revit and export glTF or FBX.',
  },
  'model.export-cad': {
    zh: '这是工程 CAD 文件（STEP、IGES 等）。请用 CAD 软件或 FreeCAD 打开，导出为 glTF、OBJ 或 STL 再上传。',
    en: 'This is an engineering file (STEP, IGES …). Open it in the CAD program or FreeCAD and export glTF, OBJ or STL.',
  },
  'model.export-rhino': {
    zh: '这是 Rhino 文件。请用“文件 › 导出所选”导出为 glTF（.glb）、FBX 或 OBJ 再上传。',
    en: 'This is a Rhino file. Use File › Export Selected as glTF (.glb), FBX or OBJ, and upload that.',
  },
  'model.export-solidworks': {
    zh: '这是 SolidWorks 文件。请用“另存为”选择 glTF（.glb）或 STL 再上传。',
    en: 'This is a SolidWorks file. Use Save As with Extended Reality (.glb) or STL, and upload that.',
  },
  'model.export-collada': {
    zh: '这是 COLLADA（.dae）文件。请用 Blender 打开，导出为 glTF 2.0（.glb）再上传。',
    en: 'This is a COLLADA file (.dae). Open it in Blender and export glTF 2.0 (.glb).',
  },
  'model.export-usd': {
    zh: '这是单独的 USD 场景。请连同贴图导出为 .usdz 或 glTF（.glb）再上传。',
    en: 'This is a USD scene on its own. Export it with its textures as .usdz or as glTF (.glb).',
  },
  'model.export-zip': {
    zh: '这种压缩包打不开。请解开后用普通 zip 重新打包。',
    en: 'This kind of archive cannot be opened. Unpack it and pack it again as a plain zip.',
  },
  'model.damaged': {
    zh: '文件损坏或写法不标准，无法读取。请重新导出，最好导出为 glTF（.glb）。',
    en: 'The file is damaged or oddly written and cannot be read. Export it again, best as glTF (.glb).',
  },
  'model.invalid': {
    zh: '文件内部互相矛盾（glTF 标准检查：{name}），无法修复。请重新导出。',
    en: 'The file contradicts itself (check against the glTF standard: {name}) and cannot be mended. Export it again.',
  },
  'model.points-only': {
    zh: '文件里只有点或线，没有面。请导出带面的网格模型。',
    en: 'The file has only points or lines and no surface. Export it as a mesh.',
  },
  'model.too-many-lines': {
    zh: '文本超过 {limit, number} 行。请减面，或导出为二进制格式（.glb、FBX）。',
    en: 'The text has over {limit, number} lines. Reduce the model, or export a binary format (.glb, FBX).',
  },
  'model.fbx-old': {
    zh: 'FBX 版本太旧。请导出为 FBX 2014 或更新的版本（二进制）。',
    en: 'The FBX is of an old version. Export it as FBX 2014 or later (binary).',
  },
  'model.fbx-words': {
    zh: '文本格式的 FBX 超过 {limit} MB。请导出为二进制 FBX。',
    en: 'The FBX in text form is over {limit} MB. Export it as binary FBX.',
  },
  'model.found-converted': { zh: '已由 {format} 转换为 glTF。', en: 'It was {format} and was made into glTF.' },
  'model.found-materials-missing': {
    zh: '缺少材质文件 {name}，按素色显示。请把它与模型一起打包成 zip。',
    en: 'Its file of materials, {name}, is missing; it is shown plain. Put both into one zip.',
  },
  'model.found-pictures-missing': {
    zh: '{count} 张贴图缺失或无法读取，未显示：{names}。请与模型一起打包成 zip（PNG 或 JPEG）。',
    en: '{count, plural, one {# texture is} other {# textures are}} missing or of a kind that cannot be read: {names}. Put them into one zip with the model, as PNG or JPEG.',
  },
  'model.found-polygons-dropped': {
    zh: '{count, number} 个多边形超过四边，未显示。请三角化后导出。',
    en: '{count, plural, one {# polygon} other {# polygons}} with more than four sides could not be shown. Triangulate and export again.',
  },
  'model.found-bones-dropped': {
    zh: '{count} 处骨骼或形变未保留，按静止姿态显示。要动画请导出为 glTF。',
    en: '{count, plural, one {# part} other {# parts}} with bones or morphs stand still now. For movement export glTF.',
  },
  'model.found-movement-dropped': {
    zh: '{count} 段动画未保留。要动画请导出为 glTF。',
    en: '{count, plural, one {# animation} other {# animations}} left out. For movement export glTF.',
  },
  'model.found-maps-dropped': {
    zh: '{count} 处高光、凹凸或反射贴图没有对应，未保留。',
    en: '{count, plural, one {# map} other {# maps}} for shine, bumps or reflections left out: there is no counterpart.',
  },
  'model.found-sides-added': {
    zh: '{count} 种材质用在敞开的表面上，已改为双面显示。',
    en: '{count, plural, one {# material} other {# materials}} on open surfaces shown from both sides now.',
  },
} as const satisfies WordTable
