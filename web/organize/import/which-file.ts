/** The API takes no more in a request. */
const MOST_BYTES = 6 * 1024 * 1024
/** Of a ZIP archive, which a workbook is. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Of a workbook before 2007. */
const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0]

/** Why a file is none that can be read, in words; undefined when it may be. */
export function whyNotThisFile(bytes: Uint8Array): string | undefined {
  const begins = (signature: readonly number[]) => signature.every((byte, n) => bytes[n] === byte)
  if (bytes.length === 0) return 'There is nothing in this file.'
  if (begins(ZIP) || begins(OLD_WORKBOOK)) {
    return 'This is a workbook. Please open it in Excel, choose “Save as” and “CSV UTF-8”, and bring that file here. In Google Sheets: “Download”, “Comma-separated values”.'
  }
  if (bytes.length > MOST_BYTES) {
    return 'This file is larger than 6 MB. Please cut it into two, each with the headings on top, and bring one after the other.'
  }
  return undefined
}
