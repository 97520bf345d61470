import type { FIRST_ANSWERS } from '../domain/match.ts'
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

/** The mail that everything else is for: two people meet. Both get one, written from their side. */

type Facts = FactsOf<'introduction'>

/** The answers on the page behind the button, in the words of that page. */
const ANSWERS: Record<(typeof FIRST_ANSWERS)[number], string> = {
  met: 'We have met.',
  decline: 'It does not fit. Please find somebody else for me in a coming round.',
  'decline-and-pause': 'It does not fit, and I would like a break for now.',
  problem: 'There is a problem. An organizer reads what you write.',
}

export function introduction(facts: Facts, { to, programme, links }: Context): Draft {
  const { role, partner, questions } = facts
  const theirRole = role === 'mentee' ? 'mentor' : 'mentee'
  const first = personName(partner.firstName) || `your ${theirRole}`
  const name = personName(`${partner.firstName} ${partner.lastName}`) || `your ${theirRole}`
  return {
    subject: `Meet ${name}, your ${theirRole}`,
    preheader: 'Why you fit, three questions to start with, and a time that suits you both.',
    blocks: [
      title(`Meet ${name}`),
      paragraph(`${greeting(to)} we have good news: ${name} is your ${theirRole} in ${programme.name}.`),
      paragraph(partner.headline),
      address('E-mail', partner.email),
      ...(partner.about?.trim() ? [paragraph(`In ${first}'s own words:`), quote(partner.about)] : []),
      ...(facts.reasons.length ? [section('Why we paired you'), bullets(facts.reasons.map(sentence))] : []),
      ...suggestion(facts, first, to.timeZone),
      section('Three questions to start with'),
      numbered(questions),
      section('What to do now'),
      paragraph(firstStep(role, first)),
      section('If it does not fit'),
      paragraph(
        "That happens, and it is nobody's fault. Tell us with this button, also when all is well. You can say:",
      ),
      bullets(Object.values(ANSWERS)),
      button('We have met, or it does not fit', linkTo('match', links)),
    ],
    why: whyMember(role, programme),
    crisisLine: true,
  }
}

function suggestion({ suggestedAt, partnerTimeZone }: Facts, first: string, timeZone: string): Block[] {
  if (!suggestedAt) return []
  const theirs = elsewhere(suggestedAt, timeZone, partnerTimeZone)
  return [
    section('A time that suits you both'),
    paragraph(
      `How about ${moment(suggestedAt, timeZone)}? ${theirs ? `For ${first} it is ${theirs}.` : `It is the same time for ${first}.`}`,
    ),
    paragraph('You both said that you are usually free then. Any other time is just as good.'),
  ]
}

const firstStep = (role: Facts['role'], first: string): string =>
  role === 'mentee'
    ? `Please write to ${first} within a week. Two or three lines are enough: say hello, and propose a time. ${first} may write first, too.`
    : `${first} was asked to write to you within a week. If you like, write first: a short hello makes it easier. Half an hour is plenty for a first talk.`
