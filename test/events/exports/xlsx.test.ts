import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { listOf } from './lists.ts'

const HOSTILE = [
  '=1+1',
  '\t=1',
  '\u200B＝1',
  'a\u0001b\uFFFEc\uD800d',
  'x_x0041_y',
  '<b>&amp;</b>',
  ' lead',
  'two\nlines',
  '🙂 אבג',
  '00123',
]
const people = HOSTILE.map((organizerNote) => ({
  organizerNote,
  person: { firstName: 'Sam', lastName: 'Lee', email: 's@example.org', phone: '+1 555 0100', consentContact: true },
}))

async function workbook(query: Record<string, string> = {}) {
  const bytes = await (await listOf('xlsx', { people, query })).bytes()
  const files = unzipSync(new Uint8Array(bytes))
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8')
  return { bytes, sheet: text('xl/worksheets/sheet1.xml'), styles: text('xl/styles.xml') }
}

describe('a list as a workbook', () => {
  it('is read by another reader as it was written, but for what XML cannot hold', async () => {
    const [header = [], ...rows] = await readSheet((await workbook()).bytes, { trim: false })
    const at = (name: string) => header.indexOf(name)
    expect(header).toHaveLength(28)
    expect(rows.map((row) => row[at('organizer_note')])).toEqual([
      "'=1+1",
      "'\t=1",
      "'\u200B＝1",
      'a\uFFFDb\uFFFDc\uFFFDd',
      'x_x0041_y',
      '<b>&amp;</b>',
      ' lead',
      'two\nlines',
      '🙂 אבג',
      '00123',
    ])
    expect(rows[0]?.[at('phone')]).toBe("'+1 555 0100")
    expect(rows[0]?.[at('waitlist_position')]).toBeNull()
  })

  it('has real dates: the start by the event’s clock, and all of them where labels are asked for', async () => {
    const [header = [], row = []] = await readSheet((await workbook()).bytes)
    expect(row[header.indexOf('start_local')]).toEqual(new Date('2027-01-12T19:00:00Z'))
    expect(row[header.indexOf('start_utc')]).toEqual(new Date('2027-01-13T01:00:00Z'))
    const [labels = [], shown = []] = await readSheet((await workbook({ labels: '1' })).bytes)
    const utc = row[header.indexOf('registered_at_utc')]
    const wall = shown[labels.indexOf('Registered (America/Chicago)')]
    if (!(utc instanceof Date && wall instanceof Date)) throw new Error('These are no dates.')
    expect(utc.getTime() - wall.getTime()).toBe(6 * 3_600_000)
  })

  it('holds no formula, and its bold headings stay where they are', async () => {
    const { sheet, styles } = await workbook()
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"')
    expect(sheet).toMatch(/<col min="1" max="1" width="30"/)
    const fonts = [...styles.matchAll(/<font>.*?<\/font>/g)].map(([font]) => font.includes('<b/>'))
    const formats = [...(/<cellXfs.*?<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*fontId="(\d+)"/g)]
    const bold = (row: number) =>
      [...(new RegExp(`<row r="${row}">.*?</row>`, 's').exec(sheet)?.[0] ?? '').matchAll(/<c [^>]*s="(\d+)"/g)].map(
        ([, style]) => fonts[Number(formats[Number(style)]?.[1])],
      )
    expect(new Set(bold(1))).toEqual(new Set([true]))
    expect(new Set(bold(2))).toEqual(new Set([false]))
  })

  it('has nothing that XML does not allow', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant
    expect((await workbook()).sheet).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
  })
})
