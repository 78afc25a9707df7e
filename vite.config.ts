import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { spelling } from './src/compiler/spelling-plugin.ts'
import { packs } from './src/compiler/vite-plugin.ts'

export default defineConfig({
  plugins: [
    packs(),
    spelling(),
    react(),
    VitePWA({
      // A new version waits until every panel is closed: nothing changes in the middle of a call.
      registerType: 'prompt',
      // src/main.tsx does it.
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Evenkeel 稳场',
        short_name: '稳场',
        description: 'Agent-assist script panel for Chinese call centres and service halls',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#f3f3ef',
        theme_color: '#12625d',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: '/icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
        ],
      },
      // They are among the files below already.
      includeManifestIcons: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,json,bin,svg,woff,woff2}'],
        navigateFallback: 'index.html',
        // The first load already runs on the cache, so that desks which load later are there without a network.
        clientsClaim: true,
        // No pack may be missing without a network; 2 MiB is the default.
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
    }),
  ],
  build: {
    // Browsers of the last two and a half years; call centres are slow to update.
    target: 'baseline-widely-available',
    // Each of those preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What the first card needs comes as one file, however many later desks share parts of it: it packs better, and is one request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'panel', tags: ['$initial'] }] } } },
  },
})
