import type { Question } from '../domain/follow-up.ts'
import type { Role } from '../domain/profile-form.ts'
import { button, type Draft, note, paragraph, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, whyMember } from './phrases.ts'
import { personName } from './plain.ts'
import { type Phrase, type Say, saying, type Words } from './words/define.ts'
import { FIRST_CONTACT, FIRST_MEETING, FIT_CHECK, ON_BREAK, REMINDER, STILL_THERE } from './words/follow-up.ts'

/** What we ask after an introduction. Short, and answered with one tap on the page behind the button. */

type Facts = FactsOf<Question>
/** What each of these mails says, whatever it asks. */
type Asking = Record<'subject' | 'preheader' | 'title' | 'opening' | 'button' | 'note', Phrase>

export const reminder = (facts: Facts, context: Context): Draft => {
  const say = saying(REMINDER, context, fieldsOf(facts, context))
  return question(facts, context, say, say(facts.role === 'mentee' ? 'moreForMentee' : 'moreForMentor'))
}

/** The mails that say the same to both. */
const asking =
  (words: Words<keyof ReturnType<typeof fieldsOf>, Asking & Record<'more', Phrase>>) =>
  (facts: Facts, context: Context): Draft => {
    const say = saying(words, context, fieldsOf(facts, context))
    return question(facts, context, say, say('more'))
  }

export const firstContact = asking(FIRST_CONTACT)
export const firstMeeting = asking(FIRST_MEETING)
export const fitCheck = asking(FIT_CHECK)
export const stillThere = asking(STILL_THERE)

const fieldsOf = ({ role, partnerFirstName }: Facts, { to }: Context) => ({
  greeting: greeting(to),
  partnerFirstName: personName(partnerFirstName) || `your ${otherThan(role)}`,
  yourRole: role,
})

const otherThan = (role: Role): Role => (role === 'mentee' ? 'mentor' : 'mentee')

const question = ({ role }: Facts, { programme, links }: Context, say: Say<Asking>, more: string): Draft => ({
  subject: say('subject'),
  preheader: say('preheader'),
  blocks: [
    title(say('title')),
    paragraph(say('opening')),
    paragraph(more),
    button(say('button'), linkTo('match', links)),
    note(say('note')),
  ],
  why: whyMember(role, programme),
  crisisLine: true,
})

/** To a mentor who let two mentees wait. */
export function onBreak(_facts: FactsOf<'on-break'>, context: Context): Draft {
  const { to, programme, links } = context
  const say = saying(ON_BREAK, context, { greeting: greeting(to) })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      paragraph(say('thanks')),
      button(say('button'), linkTo('me', links)),
      note(say('note')),
    ],
    why: whyMember('mentor', programme),
  }
}
