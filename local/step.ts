/** Waits for a piece of work and says what it was and how long it took, e.g. `Synthesizing the stack … 1.4 s`. */
export type Step = <T>(work: Promise<T>, words: (result: T) => string) => Promise<T>

export const steps =
  (log: (line: string) => void): Step =>
  async (work, words) => {
    const start = performance.now()
    const result = await work
    log(`${words(result)} … ${((performance.now() - start) / 1000).toFixed(1)} s`)
    return result
  }
