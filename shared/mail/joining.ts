import { button, type Draft, note, paragraph, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting, nextRound, whyMember } from './phrases.ts'
import { moment } from './times.ts'

/** Coming in and going out: confirm, already-member, welcome, link, goodbye. */

/** Goes to an address that a stranger may have typed: so it repeats nothing from the form, not even the name. */
export function confirm({ role }: FactsOf<'confirm'>, { programme, links }: Context): Draft {
  return {
    subject: `Please confirm your address for ${programme.name}`,
    preheader: 'One tap finishes your sign-up.',
    blocks: [
      title('Please confirm your address'),
      paragraph(
        `Hello, somebody signed up as a ${role} with ${programme.name} and gave this address. If that was you, please confirm it. Before that we do nothing with your form.`,
      ),
      button('Confirm my address', linkTo('confirm', links)),
      note('Has the link expired? Sign up again, and we send you a new one.'),
      note('If you did not sign up, ignore this mail: nothing happens.'),
    ],
    why: `You get this mail because somebody gave this address to ${programme.name}.`,
  }
}

export function alreadyMember({ role }: FactsOf<'already-member'>, { to, programme, links }: Context): Draft {
  return {
    subject: `You are already signed up with ${programme.name}`,
    preheader: 'Nothing was changed. Here is the link to your profile.',
    blocks: [
      title('You are already signed up'),
      paragraph(
        `${greeting(to)} somebody, probably you, filled in the ${role} form with this address. You are already one of our ${role}s, so we changed nothing.`,
      ),
      paragraph('Is something in your profile out of date? You can change it here:'),
      button('Open my profile', linkTo('me', links)),
      note('If it was not you, ignore this mail: your profile stays as it is.'),
    ],
    why: whyMember(role, programme),
  }
}

export function welcome({ role, nextRoundAt }: FactsOf<'welcome'>, { to, programme, links }: Context): Draft {
  const search =
    role === 'mentee'
      ? 'In each round we look for the mentor who fits you best: topics, lab, working style, and hours that you share.'
      : 'In each round we look for mentees who fit you: topics, lab, working style, and hours that you share. You never get more of them than the seats you offer.'
  return {
    subject: `Welcome to ${programme.name}`,
    preheader: `Your address is confirmed. What happens next, and when.`,
    blocks: [
      title(`Welcome to ${programme.name}`),
      paragraph(`${greeting(to)} your address is confirmed and you are in. Thank you for being a ${role}.`),
      paragraph(search),
      paragraph(
        `${nextRound(nextRoundAt, to)} When we have found somebody, you both get a mail with each other's address, three questions to start with, and a time that suits you both.`,
      ),
      paragraph('Until then there is nothing to do. The more your profile says about you, the better we can pair you:'),
      button('See or change my profile', linkTo('me', links)),
    ],
    why: whyMember(role, programme),
  }
}

export function freshLink({ role }: FactsOf<'link'>, { to, programme, links }: Context): Draft {
  return {
    subject: `Your link to ${programme.name}`,
    preheader: `It opens your ${role} profile.`,
    blocks: [
      title('Here is your link'),
      paragraph(`${greeting(to)} this opens your ${role} profile with ${programme.name}:`),
      button('Open my profile', linkTo('me', links)),
      note('Whoever has this link can change your profile, so please do not forward this mail.'),
      note('If you did not ask for it, ignore this mail: nothing changes.'),
    ],
    why: whyMember(role, programme),
  }
}

export function goodbye({ undoUntil }: FactsOf<'goodbye'>, { to, programme, links }: Context): Draft {
  if (undoUntil) {
    return {
      subject: `Goodbye from ${programme.name}`,
      preheader: 'Everything about you will be deleted. You can still stay.',
      blocks: [
        title('Everything about you will be deleted'),
        paragraph(
          `${greeting(to)} as you asked, we delete your profile and what we stored about you with it on ${moment(undoUntil, to.timeZone)}. No round pairs you any more. If you have a match, the other person hears then that you left, and nothing more.`,
        ),
        paragraph('Was it not you, or have you changed your mind? Until then everything can stay as it was:'),
        button('Keep my profile', linkTo('me', links)),
        paragraph('Thank you for the time you were with us. You are welcome back whenever you like.'),
      ],
      why: `This is the last mail about your profile with ${programme.name}.`,
    }
  }
  return {
    subject: `Goodbye from ${programme.name}`,
    preheader: 'Everything we stored about you is deleted.',
    blocks: [
      title('Everything about you is deleted'),
      paragraph(
        `${greeting(to)} as you asked, we deleted your profile and what we stored about you with it. If you had a match, the other person hears that you left, and nothing more.`,
      ),
      paragraph('Thank you for the time you were with us. You are welcome back whenever you like.'),
    ],
    why: `This is the last mail about your profile with ${programme.name}.`,
  }
}
