/** So many keys from the smallest on have a bucket each; whatever is beyond waits in a heap of no order. */
const WINDOW = 4096

/**
 * A queue of whole-number keys that only grow (Dial 1969, "Algorithm 360: shortest-path forest with topological
 * ordering"). Scores make small steps, priorities huge ones: when the window is empty, it moves to the smallest key
 * beyond.
 */
export function bucketQueue() {
  const heads = new Int32Array(WINDOW).fill(-1)
  let nodes = new Int32Array(1024)
  let nexts = new Int32Array(1024)
  let used = 0
  let base = 0
  let at = 0
  let inWindow = 0
  let beyond: { node: number; key: number }[] = []

  function put(node: number, bucket: number): void {
    if (used === nodes.length) {
      const [more, after] = [new Int32Array(2 * used), new Int32Array(2 * used)]
      more.set(nodes)
      after.set(nexts)
      nodes = more
      nexts = after
    }
    nodes[used] = node
    nexts[used] = heads[bucket] ?? -1
    heads[bucket] = used
    used++
    inWindow++
  }

  return {
    clear(): void {
      if (inWindow > 0) heads.fill(-1)
      used = base = at = inWindow = 0
      beyond = []
    },
    push(node: number, key: number): void {
      if (key - base < WINDOW) put(node, key - base)
      else beyond.push({ node, key })
    },
    /** The smallest key of all; undefined when the queue is empty. */
    smallest(): number | undefined {
      if (inWindow === 0) {
        if (beyond.length === 0) return undefined
        base = beyond.reduce((least, { key }) => Math.min(least, key), Number.POSITIVE_INFINITY)
        at = 0
        used = 0
        const all = beyond
        beyond = []
        for (const { node, key } of all) {
          if (key - base < WINDOW) put(node, key - base)
          else beyond.push({ node, key })
        }
      }
      while ((heads[at] ?? -1) < 0) at++
      return base + at
    },
    /** Takes one node of the smallest key. */
    take(): number {
      const entry = heads[at] ?? 0
      heads[at] = nexts[entry] ?? -1
      inWindow--
      return nodes[entry] ?? 0
    },
  }
}
