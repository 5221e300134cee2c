import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The oldest browsers we promise: the last two years of each, and WeChat's and 360's shells (Chromium 108). */
const TARGET = ['chrome108', 'edge108', 'firefox133', 'safari18']

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: { target: TARGET, outDir: '../dist/client', emptyOutDir: true, assetsInlineLimit: 0, sourcemap: true },
})
