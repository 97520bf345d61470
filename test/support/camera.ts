import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encodeQR from 'qr'

const [WIDTH, HEIGHT] = [640, 480]
const [BLACK, WHITE, GREY] = [16, 235, 128]
/** Pixels a module of the code, on a sheet of white paper in the middle of the picture. */
const MODULE = 7

/** How Chromium is started with a camera that looks at this QR code, and nobody who must allow it. */
export function cameraOn(text: string): string[] {
  const code = encodeQR(text, 'raw', { border: 4 })
  const luma = Buffer.alloc(WIDTH * HEIGHT, GREY)
  const [left, top] = [WIDTH, HEIGHT].map((size) => Math.floor((size - code.length * MODULE) / 2))
  for (let y = 0; y < code.length * MODULE; y++) {
    for (let x = 0; x < code.length * MODULE; x++) {
      const isDark = code[Math.floor(y / MODULE)]?.[Math.floor(x / MODULE)]
      luma[((top ?? 0) + y) * WIDTH + (left ?? 0) + x] = isDark ? BLACK : WHITE
    }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma])
  const file = join(mkdtempSync(join(tmpdir(), 'benchmate-camera-')), 'code.y4m')
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]),
  )
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ]
}
