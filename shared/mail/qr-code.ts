import { crc32, deflateSync } from 'node:zlib'
import encodeQR from 'qr'

/** Large enough for a phone that is held before another one. */
const PIXELS_A_MODULE = 6
/** The white edge that scanners need around it (ISO/IEC 18004, 9.1). */
const EDGE_MODULES = 4

/** A QR code as PNG: mail programs show no SVG. Its own white edge keeps it readable on a dark page. */
export const pictureOf = (content: string): Buffer =>
  png(encodeQR(content, 'raw', { ecc: 'medium', border: EDGE_MODULES, scale: PIXELS_A_MODULE }))

/** PNG (RFC 2083) of one bit a pixel; `true` is black. */
function png(rows: readonly (readonly boolean[])[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(rows[0]?.length ?? 0, 0)
  header.writeUInt32BE(rows.length, 4)
  header[8] = 1
  const pixels = deflateSync(Buffer.concat(rows.map(packed)), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

/** Eight pixels a byte, after a zero that says that the row is not filtered. */
function packed(row: readonly boolean[]): Buffer {
  const bytes = Buffer.alloc(1 + Math.ceil(row.length / 8))
  for (const [x, isBlack] of row.entries()) {
    const at = 1 + (x >> 3)
    if (!isBlack) bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
  }
  return bytes
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
