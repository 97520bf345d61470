/**
 * The words of a kind of mail: phrases that organizers may say in words of their own, with merge fields in braces. What is
 * no phrase is fixed: the greeting, why somebody gets a mail, the crisis line, and where links lead.
 */

/** The fields that a text names: `'partner' | 'theirRole'` of `'Meet {partner}, your {theirRole}'`. */
type FieldsIn<Text extends string> = Text extends `${string}{${infer Field}}${infer Rest}`
  ? Field | FieldsIn<Rest>
  : never

/** `label`: what organizers see it called. `own`: fields that it alone has, each with an example. */
export type Phrase = { label: string; text: string; own?: Readonly<Record<string, string>> }

export type Words<Field extends string = string, Phrases = Readonly<Record<string, Phrase>>> = {
  /** What organizers see the mail called, and when it comes. */
  name: string
  when: string
  /** The fields that every phrase of the mail may have, each with an example. */
  fields: Readonly<Record<Field, string>>
  phrases: Phrases
}

/** Texts of the organizers, by the ids of the phrases that they stand for. */
export type Edited = Readonly<Record<string, string>>

/** Every mail knows it. */
const PROGRAMME = { programme: 'Great Lakes Lab Mentors' }

type OwnOf<P> = P extends { own: infer Own } ? keyof Own : never
/** A text with a field that nobody fills does not compile. */
type Checked<Field, Phrases> = {
  [Id in keyof Phrases]: Phrases[Id] extends { text: infer Text extends string }
    ? FieldsIn<Text> extends Field | keyof typeof PROGRAMME | OwnOf<Phrases[Id]>
      ? Phrases[Id]
      : { text: `Nobody fills {${Exclude<FieldsIn<Text>, Field | OwnOf<Phrases[Id]>>}}` }
    : never
}

export const defineWords = <Field extends string, const Phrases extends Readonly<Record<string, Phrase>>>(
  words: Words<Field, Phrases & Checked<Field, Phrases>>,
): Words<Field, Phrases> => words

/** Says a phrase, by its id and with the fields that it alone has. */
export type Say<Phrases> = (
  ...phrase: {
    [Id in keyof Phrases]: Phrases[Id] extends { own: infer Own } ? [Id, Record<keyof Own, string>] : [Id]
  }[keyof Phrases]
) => string

type Writing = { programme: { name: string }; words?: Edited | undefined }

export function saying<Field extends string, Phrases extends Readonly<Record<string, Phrase>>>(
  words: Words<Field, Phrases>,
  context: Writing,
  fields: Readonly<Record<Field, string>>,
): Say<Phrases>
export function saying(words: Words, { programme, words: edited = {} }: Writing, fields: Edited) {
  return (id: string, own: Edited = {}): string =>
    filled(textOf(words, id, edited), { programme: programme.name, ...fields, ...own })
}

/** The fields that a phrase may have, each with an example. */
export const fieldsOf = (words: Words, id: string): Edited => ({
  ...words.fields,
  ...PROGRAMME,
  ...words.phrases[id]?.own,
})

/** The fields that a text names and that are none of `known`. */
export const unknownFields = (text: string, known: Edited): string[] =>
  [...text.matchAll(FIELD)].map(([, field = '']) => field).filter((field) => !Object.hasOwn(known, field))

const FIELD = /\{([^{}]*)\}/g

/** The original comes back for a text that was written for fields which are no more. */
function textOf(words: Words, id: string, edited: Edited): string {
  const theirs = Object.hasOwn(edited, id) ? edited[id] : undefined
  const fits = theirs !== undefined && unknownFields(theirs, fieldsOf(words, id)).length === 0
  return fits ? theirs : (words.phrases[id]?.text ?? '')
}

/** In one go, so that braces in what is filled in mean nothing. */
const filled = (text: string, fields: Edited): string => text.replace(FIELD, (_, field: string) => fields[field] ?? '')
