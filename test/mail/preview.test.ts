import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everyMail, mailTo } from '../../local/mail-examples.ts'
import { previewServer } from '../../local/mail-preview-server.ts'
import { listen } from '../../local/port.ts'

const server = previewServer()
let origin: string

beforeAll(async () => {
  origin = `http://127.0.0.1:${await listen(server, 0)}`
})
afterAll(async () => {
  server.close()
  await once(server, 'close')
})

const read = async (path: string) => (await fetch(`${origin}${path}`)).text()

test('the preview lists every mail, and shows each as HTML, as text, and as a file', async () => {
  expect((await read('/')).match(/<li>/g)).toHaveLength(everyMail.length)
  for (const [mail, facts] of everyMail.entries()) {
    const { subject, text } = mailTo(facts)
    const page = (await read(`/?mail=${mail}`)).replaceAll('&#39;', "'").replaceAll('&gt;', '>').replaceAll('&lt;', '<')
    expect(page).toContain(`<h1>${subject}</h1>`)
    expect(page).toContain(`<pre>${text}</pre>`)
    expect(await read(`/html?mail=${mail}`)).toContain('role="article"')
    expect(await read(`/mail.eml?mail=${mail}`)).toContain('Message-ID: <')
  }
})

test('the preview chooses between light and dark, whatever the browser likes', async () => {
  const light = await read('/html?scheme=light')
  const dark = await read('/html?scheme=dark')
  expect(light).toContain('@media not all')
  expect(dark).toContain('@media all')
  expect(light + dark).not.toContain('prefers-color-scheme')
})

test.each(['/?mail=999', '/?scheme=pink', '/html?mail=x'])('%s is no mail', async (path) => {
  expect((await fetch(`${origin}${path}`)).status).toBe(400)
})
