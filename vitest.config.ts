import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const STARTS_PRODUCT = ['test/{journeys,browser}/**/*.test.ts']

export default defineConfig({
  test: {
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true, poll: { timeout: 30_000 } },
    // Tests start many Node processes; compiling the same files again would be most of what these do.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      // What starts the product mostly waits: for it, for mail, for claims to run out.
      { extends: true, test: { name: 'product', include: STARTS_PRODUCT, maxWorkers: 4 } },
      // Files share a process, what it imported and its databases: to load all that for each took an eighth of it.
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: STARTS_PRODUCT,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
