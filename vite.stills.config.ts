// The page in which the server's browser takes pictures of models, as one script. models/pipeline/stills hands it to that browser.

import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  build: {
    target: 'chrome108',
    emptyOutDir: true,
    // One file, whatever is loaded when: the transcoder for KTX2 too.
    rolldownOptions: { output: { codeSplitting: false } },
    lib: { entry: 'client/hall/stills/page.ts', formats: ['es'], fileName: () => 'page.js' },
  },
})
