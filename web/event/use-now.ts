import { useEffect, useState } from 'preact/hooks'

const HALF_A_MINUTE = 30_000

/** The time, and again each half minute. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), HALF_A_MINUTE)
    return () => clearInterval(ticking)
  }, [])
  return now
}
