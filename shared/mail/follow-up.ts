import type { Question } from '../domain/follow-up.ts'
import type { Role } from '../domain/profile-form.ts'
import { button, type Draft, note, paragraph, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, whyMember } from './phrases.ts'
import { personName } from './plain.ts'

/** What we ask after an introduction. Short, and answered with one tap on the page behind the button. */

type Words = {
  subject: (first: string) => string
  preheader: string
  title: (first: string) => string
  /** After `Hello Alex,`. */
  lines: (first: string, role: Role) => readonly string[]
  button: string
  note: string
}

const PRIVATE = 'Whatever you answer stays between you and the organizers.'

const WORDS: Record<Question, Words> = {
  reminder: {
    subject: (first) => `Have you seen that we introduced you to ${first}?`,
    preheader: 'Two lines are enough to begin.',
    title: (first) => `You and ${first}: a friendly reminder`,
    lines: (first, role) => [
      `a few days ago we introduced you to ${first}. Busy days at the bench happen, so in case it slipped by: here it is again.`,
      role === 'mentee'
        ? `Two lines to ${first} are enough: say hello, and propose a time. The page below has the address and a time that suits you both.`
        : `A short hello makes it easier for ${first} to ask. The page below has the address and a time that suits you both.`,
    ],
    button: 'See the introduction, or say how it goes',
    note: 'Does it not fit, or is now a bad time? The same page lets you say so, kindly and with one tap.',
  },
  'first-contact': {
    subject: (first) => `Are you and ${first} in touch?`,
    preheader: 'One tap: yes, not yet, or there is a problem.',
    title: (first) => `Are you and ${first} in touch?`,
    lines: (first) => [
      `about a week ago we introduced you to ${first}. Have you written to each other by now?`,
      'One tap tells us: yes, not yet, or there is a problem. If somebody waits in vain, we can help.',
    ],
    button: 'Answer with one tap',
    note: PRIVATE,
  },
  'first-meeting': {
    subject: (first) => `Have you and ${first} met?`,
    preheader: 'One tap: we have met, not yet, or there is a problem.',
    title: (first) => `Have you and ${first} met?`,
    lines: (first) => [
      `about three weeks ago we introduced you to ${first}. Have you had your first talk, in whatever way suits you?`,
      'If not, propose two times and let the other one choose: half an hour is plenty.',
    ],
    button: 'Answer with one tap',
    note: PRIVATE,
  },
  'fit-check': {
    subject: (first) => `How is it going with ${first}?`,
    preheader: 'Good, not sure, or not a fit: one tap, and only between us.',
    title: (first) => `How is it going with ${first}?`,
    lines: (first) => [
      `how is it going with ${first}: good, not sure, or not a fit?`,
      `${PRIVATE} “Not a fit” ends the match kindly, without a word about why, and you take part in the next round.`,
    ],
    button: 'Answer with one tap',
    note: 'No time to answer? Then we simply ask again in two months.',
  },
  'still-there': {
    subject: (first) => `Shall we keep your match with ${first} open?`,
    preheader: 'Without an answer we close it in seven days, kindly.',
    title: (first) => `Are you still in touch with ${first}?`,
    lines: (first) => [
      `we have not heard from you two for a long time. If you and ${first} are in touch, one tap keeps your match open.`,
      'If we hear nothing within seven days, we close it. That is no reproach: it only makes room for a new start, and you two can go on without us whenever you like.',
    ],
    button: 'Keep it open, or let it go',
    note: PRIVATE,
  },
}

export function followUp(facts: FactsOf<Question>, { to, programme, links }: Context): Draft {
  const words = WORDS[facts.kind]
  const first = personName(facts.partnerFirstName) || `your ${facts.role === 'mentee' ? 'mentor' : 'mentee'}`
  const [opening = '', ...others] = words.lines(first, facts.role)
  return {
    subject: words.subject(first),
    preheader: words.preheader,
    blocks: [
      title(words.title(first)),
      paragraph(`${greeting(to)} ${opening}`),
      ...others.map(paragraph),
      button(words.button, linkTo('match', links)),
      note(words.note),
    ],
    why: whyMember(facts.role, programme),
    crisisLine: true,
  }
}

/** To a mentor who let two mentees wait. */
export function onBreak(_facts: FactsOf<'on-break'>, { to, programme, links }: Context): Draft {
  return {
    subject: 'We have paused your profile for now',
    preheader: 'Come back with one tap, whenever you have time again.',
    blocks: [
      title('A break, for as long as you like'),
      paragraph(
        `${greeting(to)} two mentees have not heard from you. We take it that there is a lot on your bench right now, so we have paused your profile: nobody new is introduced to you, and those who waited get another mentor.`,
      ),
      paragraph(
        'Thank you for offering your time. When there is room for it again, one tap on this page brings you back:',
      ),
      button('Come back', linkTo('me', links)),
      note('Did our mails go astray, or is something wrong? Just reply: an organizer reads it.'),
    ],
    why: whyMember('mentor', programme),
  }
}
