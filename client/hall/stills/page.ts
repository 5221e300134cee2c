// The page of the house's own browser that takes pictures of models. Fetches only what models/pipeline/stills hands it.

import { takeStills } from './take-stills.ts'

declare global {
  interface Window {
    /** Takes the pictures of the model at /model.glb: the small one first, each in base64. */
    __stills?: () => Promise<readonly string[]>
  }
}

window.__stills = async () => {
  const { thumbnail, stills } = await takeStills('/model.glb', '/env.webp', new AbortController().signal)
  return Promise.all([thumbnail, ...stills].map(inBase64))
}

const inBase64 = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '')
    reader.onerror = () => reject(new Error('the picture could not be read'))
    reader.readAsDataURL(blob)
  })
