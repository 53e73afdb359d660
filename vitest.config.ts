import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 120_000,
    // All cores: left to itself vitest keeps one free, which on two is half of them.
    maxWorkers: '100%',
    // No test mocks a module or changes what others see, and the rules are read once to a worker.
    isolate: false,
  },
})
