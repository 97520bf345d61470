import { MAIL_KINDS, type MailKind } from '../../domain/mail-facts.ts'
import { type EditedPhrases, type EditedWords, withPhrases } from '../../domain/words.ts'
import { invalid, notFound } from '../../errors.ts'
import { wordsOf } from '../message.ts'
import { fieldsOf, unknownFields } from './define.ts'

/** The words of the mails as organizers see and change them. */

/** By the id of the phrase; `null` is the original again. */
type Changes = Readonly<Record<string, string | null>>

export function mailKind(text: string): MailKind {
  const kind = MAIL_KINDS.find((one) => one === text)
  if (!kind) throw notFound('kind of mail')
  return kind
}

export function wordsView(kind: MailKind, { version, phrases: edited }: EditedWords) {
  const words = wordsOf(kind)
  return {
    kind,
    name: words.name,
    when: words.when,
    version,
    phrases: Object.entries(words.phrases).map(([id, { label, text: original }]) => ({
      id,
      label,
      original,
      ...(Object.hasOwn(edited, id) && { text: edited[id] }),
      fields: Object.entries(fieldsOf(words, id)).map(([name, example]) => ({ name, example })),
    })),
  }
}

/** What is said after the changes. Throws a problem that names each phrase that cannot be; the original is no change. */
export function changedPhrases(kind: MailKind, before: EditedPhrases, changes: Changes): EditedPhrases {
  const { phrases } = wordsOf(kind)
  const errors = Object.entries(changes).flatMap(([id, text]) => {
    const message = refusal(kind, id, text)
    return message ? [{ path: `phrases.${id}`, message }] : []
  })
  if (errors.length) throw invalid(errors)
  const known = Object.entries(withPhrases(before, changes)).filter(([id, text]) => {
    const phrase = Object.hasOwn(phrases, id) ? phrases[id] : undefined
    return phrase && phrase.text !== text
  })
  return Object.fromEntries(known)
}

function refusal(kind: MailKind, id: string, text: string | null): string | undefined {
  const words = wordsOf(kind)
  if (!Object.hasOwn(words.phrases, id)) return 'This mail has no such phrase.'
  const known = fieldsOf(words, id)
  const [unknown] = text === null ? [] : unknownFields(text, known)
  if (unknown === undefined) return undefined
  const possible = Object.keys(known).map((field) => `{${field}}`)
  return `There is no {${unknown}} to fill in here, only ${possible.join(', ')}.`
}
