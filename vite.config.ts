import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The oldest browsers we promise: the last two years of each, and WeChat's and 360's shells (Chromium 108). */
const TARGET = ['chrome108', 'edge108', 'firefox133', 'safari18']

/** In development the server stands behind Vite: the same paths, the same Host, so the same cookies and Origin. */
const server = `http://127.0.0.1:${process.env.PORT ?? 8080}`

/** What the server answers itself; everything else is the client's. */
const SERVED = ['/api', '/files', '/booths', '/health', '/ready']

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    target: TARGET,
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: true,
    // The hall's chunk with three.js in it, loaded after the lobby.
    chunkSizeWarningLimit: 1_500,
  },
  server: {
    host: 'localhost',
    proxy: {
      '/socket.io': { target: server, ws: true },
      // As objects: a bare address would make Vite change the Host, and the Origin check then fails.
      ...Object.fromEntries(SERVED.map((path) => [path, { target: server }])),
    },
  },
})
