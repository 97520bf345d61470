/**
 * What we store about people, in words, item by item: the privacy page is made of this, and a test fails when something
 * is stored that has no words here.
 */

export type StoredKind = {
  what: string
  keptFor: string
  /** By name of the stored field. */
  fields: Record<string, string>
}

const profile: StoredKind = {
  what: 'Your profile',
  keptFor: 'Until you delete it. A form that nobody confirms is deleted after 30 days.',
  fields: {
    firstName: 'Your first name',
    lastName: 'Your last name',
    email: 'Your e-mail address',
    about: 'What you wrote about yourself',
    role: 'Whether you are a mentor or a mentee',
    state: 'The state you live in',
    timeZone: 'Your time zone',
    employer: 'Your employer, if you told us',
    avoidSameEmployer: 'Whether you want nobody from the same employer',
    setting: 'The kind of place where you work',
    departments: 'Your departments',
    yearsOfExperience: 'Your years of experience',
    shift: 'Your shift',
    credentials: 'The credentials you hold',
    pursuing: 'The credential you are working towards',
    topics: 'The topics you chose',
    availability: 'When you are free in a usual week',
    meeting: 'How you like to meet',
    languages: 'The languages you speak',
    style: 'Your working style, if you told us',
    capacity: 'Mentors: how many mentees you take',
    status: 'Whether you are confirmed, taking part, paused or leaving',
    deletedBy: 'While you are leaving: whether an organizer wants it',
    statusBefore: 'While you are leaving: whether you were taking part or paused',
    dueBefore: 'While you are leaving: the day your pause would have ended',
    dueAt: 'The day a pause ends, or the moment everything is deleted',
    mailOff: 'The e-mails you do not want',
    matchId: 'Mentees: your open introduction',
    matchIds: 'Mentors: your open introductions',
    roundsWaited: 'Mentees: how many rounds found nobody',
    leftOutOf: 'Mentees: the last round that found nobody',
    ignored: 'Mentors: introductions you have not answered',
    blocked: 'Mentees: mentors you are not paired with again',
    addressHash: 'A number made of your address, to tell people apart',
    id: 'A random number for this profile',
    createdAt: 'When you signed up',
    formAt: 'When you sent the form again, if you did before confirming',
    confirmedAt: 'When you confirmed your address',
    version: 'How often the profile was changed',
    linkVersion: 'Which links in our e-mails still work',
  },
}

const address: StoredKind = {
  what: 'Your address',
  keptFor: 'As long as one of your profiles.',
  fields: {
    hash: 'A number made of your address, not the address itself',
    mentor: 'Your profile as a mentor, if you have one',
    mentee: 'Your profile as a mentee, if you have one',
    asked: 'When mails were asked for in the last hour, so that nobody can flood your inbox',
    version: 'How often this was changed',
  },
}

const match: StoredKind = {
  what: 'Each introduction',
  keptFor: 'Also after you leave, but without you: no name, no words of yours, and nothing that leads to you.',
  fields: {
    id: 'A number for this introduction',
    roundId: 'The round that paired you',
    menteeId: 'The number of the mentee’s profile',
    mentorId: 'The number of the mentor’s profile',
    pinned: 'That an organizer chose the two of you by hand',
    score: 'How well you fit, from 0 to 1000',
    parts: 'What that number is made of',
    reasons: 'Why we paired you',
    ranks: 'How the pair compares with others, for the organizers',
    suggestedHour: 'An hour of the week when you are both free',
    status: 'How far it is: introduced, met, declined, ended',
    introducedAt: 'When you were introduced',
    endedBecause: 'Why it ended',
    answers: 'What you two answered, and what you wrote to the organizers',
    nextStep: 'What we ask you next',
    dueAt: 'When we ask it',
    version: 'How often it was changed',
  },
}

const unplaced: StoredKind = {
  what: 'Each round that found no mentor for you',
  keptFor: 'Until you delete your profile.',
  fields: {
    roundId: 'The round',
    menteeId: 'The number of your profile',
    reason: 'Why it found nobody',
    detail: 'The same in words',
    help: 'What you could change',
  },
}

const note: StoredKind = {
  what: 'Each note of an organizer about you',
  keptFor: 'Until they remove it, or you delete your profile.',
  fields: {
    id: 'A random number for this note',
    at: 'When it was written',
    who: 'Which organizer wrote it',
    text: 'What they wrote',
  },
}

const mail: StoredKind = {
  what: 'Each e-mail to you',
  keptFor:
    'Name, address and words until three days after it is sent, since it may come back; that it was sent, for 400 days or until you delete your profile.',
  fields: {
    id: 'A number for this e-mail',
    kind: 'What it is about, such as “introduction”',
    profileId: 'The number of your profile',
    linkVersion: 'Which links in it work',
    status: 'Whether it waits, is sent, or could not be sent',
    to: 'Your first name, address and time zone',
    facts: 'What it says',
    test: 'In an example that an organizer sends to look at: its words, until it is sent',
    createdAt: 'When it was written',
    dueAt: 'When it is to be sent',
    attempts: 'How often we tried',
    firstTriedAt: 'When we tried first',
    refusals: 'How often it was refused',
    bounces: 'How often it came back',
    version: 'How often this was changed',
    lastError: 'What went wrong last',
    sentAt: 'When it was sent',
    messageId: 'The number that the mail service gave it',
  },
}

const delivery: StoredKind = {
  what: 'What became of each e-mail',
  keptFor: 'For 400 days, or until you delete your profile.',
  fields: {
    mailId: 'The number of the e-mail',
    messageId: 'The number that the mail service gave it',
    status: 'Whether it was delivered, came back, or was called spam',
    at: 'When we heard of it',
    diagnostic: 'The mail service’s code for what went wrong',
  },
}

const suppression: StoredKind = {
  what: 'Addresses that get no mail',
  keptFor: 'Until an organizer lifts it; if mail came back, also until you confirm the address again.',
  fields: {
    hash: 'A number made of the address, not the address itself',
    kind: 'Whether mail came back, or was called spam',
    at: 'When that was',
  },
}

const registration: StoredKind = {
  what: 'Each time you register for an event',
  keptFor:
    'Who you are and what you answered, until 400 days after the event; that somebody was registered, for its statistics.',
  fields: {
    id: 'A number for your registration; the code for the door holds it',
    eventId: 'The event',
    number: 'How many registered before you',
    firstName: 'Your first name',
    lastName: 'Your last name',
    email: 'Your e-mail address',
    phone: 'Your phone number, if you gave it',
    employer: 'Your employer, if you gave it',
    jobTitle: 'Your job title, if you gave it',
    state: 'Your state, if you gave it',
    accessibilityNeeds: 'What makes it easier for you to take part',
    consentContact: 'Whether your name and address may be given to the speaker or sponsor',
    answers: 'Your answers to what the organizers of that event ask',
    addressHash: 'A number made of your address, not the address itself',
    status: 'Whether you have a seat, wait in line, are offered a seat, or neither',
    source: 'Whether you registered on the page, came without, or were on a list that was imported',
    registeredAt: 'When you registered',
    updatedAt: 'When this was changed last',
    confirmedAt: 'When you got the seat',
    cancelledAt: 'When it was cancelled',
    cancelledBy: 'Whether you or an organizer cancelled it',
    waitNumber: 'Your place in line',
    dueAt: 'Until when an offered seat is held for you',
    history: 'What happened with your seat, and when',
    checkIn: 'When you came, and how that was noted',
    minutesAttended: 'How long you were there, for contact hours',
    organizerNote: 'What an organizer noted about it',
    linkVersion: 'Which of your links work',
    version: 'How often this was changed',
  },
}

const attendee: StoredKind = {
  what: 'Which events an address is registered for',
  keptFor: 'Until 400 days after the event.',
  fields: {
    eventId: 'The event',
    addressHash: 'A number made of your address, not the address itself',
    registrationId: 'The number of your registration',
    lastKey: 'A number made of the form that you sent last, so that a second click is not a second registration',
  },
}

const wish: StoredKind = {
  what: 'While very many want a seat at the same moment: that you want one, or give one back',
  keptFor: 'For seconds, until it is your turn. If that fails, for about a day.',
  fields: {
    id: 'When you asked, and a random number',
    eventId: 'The event',
    at: 'When you asked',
    kind: 'Whether you register or cancel',
    form: 'What you filled in to register',
    addressHash: 'A number made of your address, not the address itself',
    key: 'A number made of the form, so that a second click is not a second registration',
    registrationId: 'If you cancel: the number of your registration',
    by: 'Whether you or an organizer cancels',
  },
}

export const STORED = {
  profile,
  address,
  match,
  unplaced,
  note,
  registration,
  attendee,
  wish,
  mail,
  delivery,
  suppression,
}
