import {
  address,
  type Block,
  bullets,
  button,
  type Draft,
  numbered,
  paragraph,
  quote,
  section,
  title,
} from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, whyMember } from './phrases.ts'
import { personName, sentence } from './plain.ts'
import { elsewhere, moment } from './times.ts'
import { type Say, saying } from './words/define.ts'
import { INTRODUCTION } from './words/introduction.ts'

/** The mail that everything else is for: two people meet. Both get one, written from their side. */

type Facts = FactsOf<'introduction'>

export function introduction(facts: Facts, context: Context): Draft {
  const { to, programme, links } = context
  const { role, partner, questions } = facts
  const theirRole = role === 'mentee' ? 'mentor' : 'mentee'
  const say = saying(INTRODUCTION, context, {
    greeting: greeting(to),
    partner: personName(`${partner.firstName} ${partner.lastName}`) || `your ${theirRole}`,
    partnerFirstName: personName(partner.firstName) || `your ${theirRole}`,
    theirRole,
    yourRole: role,
  })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      paragraph(partner.headline),
      address(say('address'), partner.email),
      ...(partner.about?.trim() ? [paragraph(say('ownWords')), quote(partner.about)] : []),
      ...(facts.reasons.length ? [section(say('reasonsTitle')), bullets(facts.reasons.map(sentence))] : []),
      ...suggestion(facts, say, to.timeZone),
      section(say('questionsTitle')),
      numbered(questions),
      section(say('nextTitle')),
      paragraph(say(role === 'mentee' ? 'nextForMentee' : 'nextForMentor')),
      ...(programme.cadence ? [paragraph(programme.cadence)] : []),
      section(say('noFitTitle')),
      paragraph(say('noFit')),
      // The answers on the page behind the button.
      bullets([say('met'), say('decline'), say('declineAndPause'), say('problem')]),
      button(say('button'), linkTo('match', links)),
    ],
    why: whyMember(role, programme),
    crisisLine: true,
  }
}

function suggestion(
  { suggestedAt, partnerTimeZone }: Facts,
  say: Say<typeof INTRODUCTION.phrases>,
  timeZone: string,
): Block[] {
  if (!suggestedAt) return []
  const time = moment(suggestedAt, timeZone)
  const theirTime = elsewhere(suggestedAt, timeZone, partnerTimeZone)
  return [
    section(say('timeTitle')),
    paragraph(theirTime ? say('timeElsewhere', { time, theirTime }) : say('timeSame', { time })),
    paragraph(say('timeNote')),
  ]
}
