import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstLoad } from './vite/first-load.ts'
import { plainJsonImports } from './vite/plain-json-imports.ts'

/** Where `npx vite` sends what is not its own: a gateway that runs already. */
const gateway = process.env.MREZA_GATEWAY ?? 'http://127.0.0.1:4400'

export default defineConfig({
  plugins: [
    react(),
    // Built-in labels of fields and lists in our languages only.
    { ...optimizeLocales.vite({ locales: ['sr-SP', 'en-US'] }), enforce: 'pre' },
    plainJsonImports(),
    firstLoad({
      files: ['/app/layout/frame.tsx', '/today/today-page.tsx'],
      limit: 200 * 1024,
      late: [{ name: 'the plan', files: ['/plan/plan-page.tsx', '/plan/document-page.tsx'], limit: 180 * 1024 }],
    }),
  ],
  html: {
    // The gateway puts a fresh nonce in place of this word in every answer.
    cspNonce: '__CSP_NONCE__',
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 700, manifest: true },
  server: { proxy: { '/rpc': gateway, '/live': { target: gateway, ws: true } } },
})
