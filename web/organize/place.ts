import { useEffect, useState } from 'preact/hooks'

/**
 * Where somebody is in the console: what stands behind the `#` of the address, e.g. `people/<id>`, so that a reload, a
 * bookmark and the browser's own way back all work. Ids stand there, and never a name or what was searched for.
 */

/** An address that somebody has cut off within a `%20` stays as it is, and leads nowhere. */
export const partsOf = (hash: string): string[] =>
  hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })

/** `#/people/7` for `to('people', '7')`. */
export const to = (...parts: string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`

export const go = (...parts: string[]): void => {
  location.hash = to(...parts)
}

/** The place without its `#`, part by part; changes with the address. */
export function usePlace(): string[] {
  const [place, setPlace] = useState(() => partsOf(location.hash))
  useEffect(() => {
    const moved = () => setPlace(partsOf(location.hash))
    window.addEventListener('hashchange', moved)
    return () => window.removeEventListener('hashchange', moved)
  }, [])
  return place
}
