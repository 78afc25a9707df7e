import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'
import { spelling } from './src/compiler/spelling-plugin.ts'
import { packs } from './src/compiler/vite-plugin.ts'

export default defineConfig({
  test: {
    // All of a small machine too: by itself Vitest leaves one core free, which is half of two.
    maxWorkers: '100%',
    // Tests of a worker share what they import, which is half of their time: none leaves a stub, a clock or a page behind.
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          globalSetup: 'tests/packs-setup.ts',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tests/e2e/**'],
          // A limit is for what hangs, not for what is slow on a busy machine.
          testTimeout: 120_000,
        },
      },
      {
        plugins: [react(), packs(), spelling()],
        test: {
          name: 'dom',
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          environment: 'jsdom',
          globalSetup: 'tests/packs-setup.ts',
          setupFiles: 'tests/dom-setup.ts',
          include: ['tests/**/*.dom.test.tsx'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate: false,
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/packs-setup.ts', 'tests/e2e/support/build.ts'],
          // Nothing is timed here (`npm run bench` does that), so two browsers may share a machine: what is waited for comes.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // What is broken fails twice; what a busy machine upset once does not.
          retry: 1,
        },
      },
    ],
  },
})
