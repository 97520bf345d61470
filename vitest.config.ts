import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true },
    // Journeys mostly wait: for a minute to pass, for a process to start.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
