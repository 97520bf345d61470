import encodeQr from 'qr'

/** The white around a code that scanners need, in modules (ISO/IEC 18004). */
const BORDER = 4

/** Black on white whatever the colours of the page, since scanners expect that. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQr(text, 'raw', { ecc: 'medium', border: BORDER })
  return (
    <svg class="qr" viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label}>
      <rect width="100%" height="100%" fill="#fff" />
      <path d={rows.map(rowPath).join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  )
}

/** The dark stretches of a row, one rectangle each. */
const rowPath = (row: readonly boolean[], y: number): string =>
  row
    .map((dark, x) => {
      if (!dark || row[x - 1]) return ''
      const end = row.indexOf(false, x)
      const width = (end === -1 ? row.length : end) - x
      return `M${x} ${y}h${width}v1h-${width}z`
    })
    .join('')
