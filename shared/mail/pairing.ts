import { address, button, type Draft, paragraph, quote, section, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, nextRound, whyMember } from './phrases.ts'
import { personName, sentence } from './plain.ts'

/** When there is no partner: a round found none, or the other one is gone. Kind, plain, and with a way on. */

export function leftOut({ why, help, nextRoundAt }: FactsOf<'left-out'>, { to, programme, links }: Context): Draft {
  return {
    subject: 'No mentor for you yet: why, and what helps',
    preheader: 'You stay on the list, and whoever has waited longest comes first.',
    blocks: [
      title('No mentor for you yet'),
      paragraph(
        `${greeting(to)} we looked for a mentor for you in this round and did not find one. We are sorry. It says nothing about you.`,
      ),
      section('Why'),
      paragraph(sentence(why)),
      section('What would help'),
      paragraph(sentence(help)),
      button('Change my profile', linkTo('me', links)),
      section('What happens next'),
      paragraph(
        `${nextRound(nextRoundAt, to)} You take part again without doing anything, and whoever has waited longest comes first.`,
      ),
    ],
    why: whyMember('mentee', programme),
    crisisLine: true,
  }
}

type Because = FactsOf<'match-over'>['because']

const HAPPENED: Record<Because, (first: string, programme: string) => string> = {
  declined: (first) =>
    `${first} told us that the match does not fit. Mostly it is time, topics or distance, and it says nothing about you. We will not pair you two again.`,
  left: (first, programme) => `${first} has left ${programme}, so your match has ended. It has nothing to do with you.`,
  silent: (first) =>
    `this match has been quiet for too long, so we have closed it. Lab life is busy, and it is nobody's fault. If you and ${first} are in touch after all, just go on: you do not need us for that.`,
  ended: (first) =>
    `your match with ${first} has come to its end. Matches do, for many good reasons, and it says nothing about you. We will not pair you two again.`,
}

export function matchOver(facts: FactsOf<'match-over'>, { to, programme }: Context): Draft {
  const { role, because, nextRoundAt } = facts
  const first = personName(facts.partnerFirstName) || 'the other one'
  const happened = HAPPENED[because](first, programme.name)
  const next =
    role === 'mentee'
      ? 'Unless you paused your profile, you take part in it, and we look for another mentor for you. The time with this match counts as waiting, so you come earlier.'
      : 'Your seat is free again. Unless you paused your profile, somebody else may get it then.'
  return {
    subject: `Your match with ${first} has ended`,
    preheader: 'What happened, and what happens next.',
    blocks: [
      title(`Your match with ${first} has ended`),
      paragraph(`${greeting(to)} ${happened}`),
      paragraph(`${nextRound(nextRoundAt, to)} ${next}`),
    ],
    why: whyMember(role, programme),
    crisisLine: true,
  }
}

export function problemReported(
  { matchId, reporter, note }: FactsOf<'problem-reported'>,
  { programme }: Context,
): Draft {
  const who = personName(`${reporter.firstName} ${reporter.lastName}`)
  return {
    subject: `A ${reporter.role} reports a problem`,
    preheader: 'Somebody is waiting for an answer from you.',
    blocks: [
      title(`A ${reporter.role} reports a problem`),
      paragraph(`${who} told us that there is a problem with a match. Please write back soon; they wait for it.`),
      address('Their e-mail', reporter.email),
      ...(note ? [section('What they wrote'), quote(note)] : []),
      section('Which match'),
      paragraph(`The other one does not know of this mail. The number of the match is ${matchId}.`),
    ],
    why: `You get this mail because you organize ${programme.name}.`,
    crisisLine: true,
  }
}
