/** Asks for each thing once, also when it is wanted several times at once; what could not be had is asked for again. */
export function remembered<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>()
  return (key) => {
    const there = known.get(key)
    if (there) return there
    const asked = load(key)
    known.set(key, asked)
    asked.catch(() => known.delete(key))
    return asked
  }
}
