import { defineConfig } from 'vitest/config'

// All cores: left to itself vitest keeps one free, which on two is half of them.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], setupFiles: ['test/seed.ts'], testTimeout: 120_000, maxWorkers: '100%' },
})
