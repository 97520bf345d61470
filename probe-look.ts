import { worldAt } from './test/support/world.ts'
import { aBrowser } from './test/support/browser.ts'
import { mkdirSync } from 'node:fs'
const origin = 'http://localhost:4420', mailbox = 'http://localhost:4421'
const world = worldAt(origin, mailbox)
mkdirSync('/tmp/look/s', { recursive: true })
const all = await world.letters()
const kinds = (re: RegExp) => all.filter((l) => re.test(l.subject))
const intro = kinds(/^Meet .* mentor$/)[3]!, introMentor = kinds(/^Meet .* mentee$/)[2]!, left = kinds(/No mentor for you/)[0]!, conf = kinds(/confirm/)[0]!
console.log([...new Set(all.map((l) => l.subject.replace(/^Meet .*,/, 'Meet …,')))])
for (const l of [intro, introMentor, left, conf]) console.log('-----', l.subject, '\n' + l.body.text.replace(/#\S{30,}/g, '#…'))
const browser = await aBrowser(origin)
const me = await world.meLinkOf(intro.destination.to[0]!), match = world.linkIn(intro, 'match'), meM = await world.meLinkOf(introMentor.destination.to[0]!)
const pages: [string, string][] = [['home', '/'], ['mentor', '/mentor'], ['mentee', '/mentee'], ['confirm', '/confirm#' + world.linkIn(conf, 'confirm')], ['me', '/me#' + me], ['me-mentor', '/me#' + meM], ['match', '/match#' + match], ['link', '/link'], ['dead', '/me#x'], ['404', '/nowhere'], ['unsub', '/unsubscribe#x']]
for (const scheme of ['light', 'dark'] as const) for (const device of ['phone', 'desktop'] as const) for (const [name, path] of pages) {
  if (process.argv[2] && !process.argv[2].split(',').includes(name)) continue
  const page = await browser.opens(path, { device, scheme })
  await page.locator('main h1').waitFor(); await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `/tmp/look/s/${name}-${device}-${scheme}.png`, fullPage: true })
}
const c = await (await import('./test/support/chromium.ts')).launchChromium()
for (const scheme of ['light', 'dark'] as const) for (const width of [360, 1280]) for (const [name, l] of [['m-intro', intro], ['m-left', left], ['m-conf', conf]] as const) {
  if (process.argv[2] && !process.argv[2].split(',').includes(name)) continue
  const p = await c.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, isMobile: width === 360 }); await p.setContent(l.body.html); await p.screenshot({ path: `/tmp/look/s/${name}-${width}-${scheme}.png`, fullPage: true })
}
if (!process.argv[2]) { const p = await c.newPage({ viewport: { width: 1280, height: 900 } }); await p.goto(mailbox); await p.waitForTimeout(1500); await p.screenshot({ path: '/tmp/look/s/mailbox.png' }) }
console.log(await browser.leaves()); await browser.stop(); await c.close()
