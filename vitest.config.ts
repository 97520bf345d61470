import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What starts the product waits for it, for mail, for claims to run out: begun first, it leaves room for the rest. */
const waits = ({ moduleId }: TestSpecification) => /\/test\/(journeys|browser)\//.test(moduleId)

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(waits), ...sorted.filter((file) => !waits(file))]
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true },
    // Tests start many Node processes; compiling the same files again would be most of what these do.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/node') },
    // Journeys mostly wait: for mail, for a process to start.
    maxWorkers: 4,
    sequence: { sequencer: WaitingFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
