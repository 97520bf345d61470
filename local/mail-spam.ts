import { spawnSync } from 'node:child_process'
import { everyMail, wireOf } from './mail-examples.ts'

/**
 * `npm run mail:spam`: what SpamAssassin thinks of every mail, by its local rules alone, which ask nobody. Fails when one
 * scores 1 or more; a server takes 5 for spam.
 */

const MOST = 1

/** All in one go, as lines of a file of mails, because starting it takes a second. */
async function mbox(now: Date): Promise<string> {
  const mails = await Promise.all(everyMail.map((facts) => wireOf(facts, now)))
  return mails.map((raw) => `From sender@example.org Mon Jan  5 12:00:00 2026\n${lines(raw)}\n`).join('')
}

const lines = (raw: Uint8Array): string =>
  Buffer.from(raw)
    .toString()
    .replaceAll('\r\n', '\n')
    .replaceAll(/^(>*From )/gm, '>$1')

// Nothing that it has learned on this computer, and nothing for it to learn.
const rules = ['--local', '--prefspath=/dev/null', '--cf=use_bayes 0']
const { error, stdout, stderr } = spawnSync('spamassassin', [...rules, '--mbox'], {
  input: await mbox(new Date()),
  encoding: 'utf8',
  maxBuffer: 50_000_000,
})
if (error) {
  console.error('This needs SpamAssassin, which is not here. On Debian and Ubuntu: apt-get install spamassassin')
  process.exit(2)
}
const verdicts = [...stdout.matchAll(/^X-Spam-Status: \w+, score=(-?[\d.]+) required=\S+ tests=(.*?)\sautolearn/gms)]
if (verdicts.length !== everyMail.length) {
  console.error(`SpamAssassin judged ${verdicts.length} of ${everyMail.length} mails. ${stderr}`)
  process.exit(2)
}
everyMail.forEach(({ kind }, mail) => {
  const [, score = '', hits = ''] = verdicts[mail] ?? []
  console.log(`${score.padStart(5)}  ${kind.padEnd(18)} ${hits.replaceAll(/\s+/g, '')}`)
  if (!(Number(score) < MOST)) process.exitCode = 1
})
