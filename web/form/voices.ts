import { createContext } from 'preact'

/** Whom a form is about: whoever fills it in, or somebody else, whose answers an organizer corrects. */
export type Voice = 'you' | 'them'
export const VoiceContext = createContext<Voice>('you')

/** The words of the form that are not the same in both voices. All others have to be right for either. */
export const VOICED = {
  titles: {
    person: { you: 'About you', them: 'About them' },
    work: { you: 'Your work', them: 'Their work' },
    offer: { you: 'What you can offer', them: 'What they can offer' },
    wish: { you: 'What you want to talk about', them: 'What they want to talk about' },
  },
  labels: {
    setting: { you: 'Where you work', them: 'Where they work' },
    pursuing: { you: 'Credential you are working towards', them: 'Credential they are working towards' },
    credentials: { you: 'Credentials you hold', them: 'Credentials they hold' },
    about: { you: 'About you', them: 'About them' },
    availability: { you: 'When you are free', them: 'When they are free' },
  },
  notSameEmployer: {
    you: 'Do not pair me with somebody of the same employer',
    them: 'Do not pair them with somebody of the same employer',
  },
  aboutHint: {
    you: 'A few sentences for the person we introduce to you: where you stand, and what you hope for.',
    them: 'For the person we introduce to them: where they stand, and what they hope for, in their own words.',
  },
  styleLead: {
    you: 'How would you like to work together? We look for somebody who likes it the same way.',
    them: 'How would they like to work together? We look for somebody who likes it the same way.',
  },
} satisfies Record<string, Record<Voice, string> | Record<string, Record<Voice, string>>>
