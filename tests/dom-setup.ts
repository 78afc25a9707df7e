import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Renders everything twice, so that a part that is not pure shows it. What is loaded late may take its time on a busy machine.
configure({ reactStrictMode: true, asyncUtilTimeout: 10_000 })

// Testing Library does this by itself only where test functions are global.
afterEach(cleanup)
