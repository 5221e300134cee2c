// The model as it was uploaded, where the pipeline puts it: what the levels are compared with. It is the pipeline's own plain form
// before anything was taken away, since three shows the old spec-gloss materials wrong; how far that is from what three shows of
// the upload itself is measured beside it.

import { Findings } from '../../../models/pipeline/fault.ts'
import { guard } from '../../../models/pipeline/guard/guard.ts'
import { checkNumbers, createIO, openDocument } from '../../../models/pipeline/open.ts'
import { fit } from '../../../models/pipeline/steps/fit.ts'
import { pictureOf } from '../../../models/pipeline/steps/pixels.ts'
import { dropExtension, prepare } from '../../../models/pipeline/steps/prepare.ts'
import { shownScene } from '../../../models/pipeline/steps/scene.ts'

type Document = Awaited<ReturnType<typeof openDocument>>

export interface Original {
  /** Nothing in it is compressed or made smaller. */
  readonly glb: Uint8Array
  /** From the upload's own units and axes to the platform, column by column. */
  readonly matrix: readonly number[]
  /** As it stands, metres. */
  readonly height: number
  /** Its materials are of the kind that three no longer shows. */
  readonly specGloss: boolean
}

/** Reads a file that the pipeline takes. Throws for one that it refuses. */
export async function originalOf(bytes: Uint8Array): Promise<Original> {
  const answer = await guard(bytes)
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.summary.faults)}`)
  const io = await createIO()
  const document = await openDocument(io, answer.guarded)
  const used = document.getRoot().listExtensionsUsed()
  const specGloss = used.some(({ extensionName }) => extensionName === 'KHR_materials_pbrSpecularGlossiness')
  checkNumbers(document, new Findings())
  await prepare(document, new Findings())
  const [, height] = fit(document, new Findings())
  const [placed] = shownScene(document).listChildren()
  if (!placed) throw new Error('nothing stands on the platform')
  const matrix = [...placed.getWorldMatrix()]
  await unpackPictures(document)
  return { glb: await io.writeBinary(document), matrix, height, specGloss }
}

/** Compressed textures as PNG: then it is the same picture for every program. */
async function unpackPictures(document: Document): Promise<void> {
  for (const texture of document.getRoot().listTextures()) {
    if (texture.getMimeType() !== 'image/ktx2') continue
    const image = new Uint8Array(await (await pictureOf(texture)).png().toBuffer())
    texture.setImage(image).setMimeType('image/png')
  }
  dropExtension(document, 'KHR_texture_basisu')
}
