/** How much of a file is looked at for the zero bytes of UTF-16. */
const SAMPLE_BYTES = 2000

/**
 * The text of a file, whatever program wrote it: UTF-8, UTF-16 with or without its mark, or Windows-1252, which holds
 * Latin-1. Letters that no encoding explains become U+FFFD; the row that has them is refused later. Never throws.
 */
export function textOf(bytes: Uint8Array): string {
  return decoded(bytes, encodingOf(bytes))
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  sample.forEach((byte, n) => {
    if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) * 4 > sample.length) return odd > even ? 'utf-16le' : 'utf-16be'
  return isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Two files put together may have a few bytes of another encoding: then most letters decide. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    const text = decoded(bytes, 'utf-8')
    const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
    const lost = text.split('\uFFFD').length - 1
    return lost * 2 < foreign
  }
}

const decoded = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)
