import { describe, expect, it } from 'vitest'
import { Address } from '../../shared/domain/address.ts'
import { Delivery, Suppression } from '../../shared/domain/delivery.ts'
import { Mail } from '../../shared/domain/mail.ts'
import { Match } from '../../shared/domain/match.ts'
import { Note } from '../../shared/domain/note.ts'
import { Mentee, Mentor } from '../../shared/domain/profile.ts'
import { Attendee, Registration } from '../../shared/domain/registration.ts'
import { Unplaced } from '../../shared/domain/round.ts'
import { STORED } from '../../shared/domain/stored.ts'
import { Wish } from '../../shared/domain/wish.ts'

const { contact, traits, ...mentor } = Mentor.shape
const { contact: _same, traits: _too, ...mentee } = Mentee.shape
const { person, ...registration } = Registration.shape
const [register, giveUp] = Wish.options
const shapes = {
  profile: { ...mentor, ...mentee, ...contact.shape, ...traits.shape },
  address: Address.shape,
  match: Match.shape,
  unplaced: Unplaced.shape,
  note: Note.shape,
  registration: { ...registration, ...person.unwrap().shape },
  attendee: Attendee.shape,
  wish: { ...register.shape, ...giveUp.shape },
  mail: Mail.shape,
  delivery: Delivery.shape,
  suppression: Suppression.shape,
}

describe.each(Object.entries(shapes))('what is stored of a %s', (kind, shape) => {
  it('has words for the privacy page, and nothing else has', () => {
    const { fields } = STORED[kind as keyof typeof shapes]
    expect(Object.keys(fields).toSorted()).toEqual(Object.keys(shape).toSorted())
  })
})
