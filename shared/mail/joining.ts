import { button, type Draft, note, paragraph, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, nextRound, whyMember } from './phrases.ts'
import { moment } from './times.ts'
import { saying } from './words/define.ts'
import { ALREADY_MEMBER, CONFIRM, GOODBYE, LINK, WELCOME } from './words/joining.ts'

/** Coming in and going out: confirm, already-member, welcome, link, goodbye. */

/** Goes to an address that a stranger may have typed: so it repeats nothing from the form, not even the name. */
export function confirm({ role }: FactsOf<'confirm'>, context: Context): Draft {
  const { programme, links } = context
  const say = saying(CONFIRM, context, { role })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      button(say('button'), linkTo('confirm', links)),
      note(say('expired')),
      note(say('notYou')),
    ],
    why: `You get this mail because somebody gave this address to ${programme.name}.`,
  }
}

export function alreadyMember({ role }: FactsOf<'already-member'>, context: Context): Draft {
  const { to, programme, links } = context
  const say = saying(ALREADY_MEMBER, context, { greeting: greeting(to), role })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      paragraph(say('change')),
      button(say('button'), linkTo('me', links)),
      note(say('notYou')),
    ],
    why: whyMember(role, programme),
  }
}

export function welcome({ role, nextRoundAt }: FactsOf<'welcome'>, context: Context): Draft {
  const { to, programme, links } = context
  const say = saying(WELCOME, context, { greeting: greeting(to), role })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      paragraph(say(role === 'mentee' ? 'searchForMentee' : 'searchForMentor')),
      paragraph(say('next', { nextRound: nextRound(nextRoundAt, to, say) })),
      paragraph(say('untilThen')),
      button(say('button'), linkTo('me', links)),
    ],
    why: whyMember(role, programme),
  }
}

export function freshLink({ role }: FactsOf<'link'>, context: Context): Draft {
  const { to, programme, links } = context
  const say = saying(LINK, context, { greeting: greeting(to), role })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      button(say('button'), linkTo('me', links)),
      note(say('keep')),
      note(say('notYou')),
    ],
    why: whyMember(role, programme),
  }
}

export function goodbye({ undoUntil, byOrganizer }: FactsOf<'goodbye'>, context: Context): Draft {
  const { to, programme, links } = context
  const say = saying(GOODBYE, context, { greeting: greeting(to) })
  const why = `This is the last mail about your profile with ${programme.name}.`
  if (undoUntil) {
    return {
      subject: say('subject'),
      preheader: say('preheaderUntil'),
      blocks: [
        title(say('titleUntil')),
        paragraph(say(byOrganizer ? 'openingUntilForThem' : 'openingUntil', { time: moment(undoUntil, to.timeZone) })),
        paragraph(say(byOrganizer ? 'stayForThem' : 'stay')),
        button(say('button'), linkTo('me', links)),
        paragraph(say('thanks')),
      ],
      why,
    }
  }
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [title(say('title')), paragraph(say(byOrganizer ? 'openingForThem' : 'opening')), paragraph(say('thanks'))],
    why,
  }
}
