import { address, button, type Draft, paragraph, quote, section, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, nextRound, whyMember } from './phrases.ts'
import { personName, sentence } from './plain.ts'
import { saying } from './words/define.ts'
import { LEFT_OUT, MATCH_OVER, PROBLEM_REPORTED } from './words/pairing.ts'

/** When there is no partner: a round found none, or the other one is gone. Kind, plain, and with a way on. */

export function leftOut({ why, help, nextRoundAt }: FactsOf<'left-out'>, context: Context): Draft {
  const { to, programme, links } = context
  const say = saying(LEFT_OUT, context, { greeting: greeting(to) })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      section(say('whyTitle')),
      paragraph(sentence(why)),
      section(say('helpTitle')),
      paragraph(sentence(help)),
      button(say('button'), linkTo('me', links)),
      section(say('nextTitle')),
      paragraph(say('next', { nextRound: nextRound(nextRoundAt, to, say) })),
    ],
    why: whyMember('mentee', programme),
    crisisLine: true,
  }
}

export function matchOver(facts: FactsOf<'match-over'>, context: Context): Draft {
  const { to, programme } = context
  const { role, because, nextRoundAt } = facts
  const say = saying(MATCH_OVER, context, {
    greeting: greeting(to),
    partnerFirstName: personName(facts.partnerFirstName) || 'the other one',
    yourRole: role,
  })
  const next = role === 'mentee' ? 'nextForMentee' : 'nextForMentor'
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say(because)),
      paragraph(say(next, { nextRound: nextRound(nextRoundAt, to, say) })),
    ],
    why: whyMember(role, programme),
    crisisLine: true,
  }
}

export function problemReported({ matchId, reporter, note }: FactsOf<'problem-reported'>, context: Context): Draft {
  const say = saying(PROBLEM_REPORTED, context, {
    reporter: personName(`${reporter.firstName} ${reporter.lastName}`),
    role: reporter.role,
    matchId,
  })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      address(say('address'), reporter.email),
      ...(note ? [section(say('noteTitle')), quote(note)] : []),
      section(say('matchTitle')),
      paragraph(say('match')),
    ],
    why: `You get this mail because you organize ${context.programme.name}.`,
    crisisLine: true,
  }
}
