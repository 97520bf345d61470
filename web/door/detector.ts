/** Finds QR codes in a picture: by the browser, where it can, or else by a program that is loaded only then. */
type Detector = { detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]> }
type DetectorClass = {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

declare global {
  /** Of the Shape Detection API, which TypeScript does not know. */
  var BarcodeDetector: DetectorClass | undefined
}

export async function qrDetector(): Promise<Detector> {
  const own = globalThis.BarcodeDetector
  const isAble = own && (await own.getSupportedFormats()).includes('qr_code')
  const { BarcodeDetector: Chosen } = isAble ? { BarcodeDetector: own } : await import('qr/decode.js')
  return new Chosen({ formats: ['qr_code'] })
}
