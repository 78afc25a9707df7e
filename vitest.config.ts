import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'
import { packs } from './src/compiler/vite-plugin.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tests/e2e/**'],
        },
      },
      {
        plugins: [react(), packs()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles: 'tests/dom-setup.ts',
          include: ['tests/**/*.dom.test.tsx'],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: 'tests/e2e/support/build.ts',
          // Two browsers on two cores would measure each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
