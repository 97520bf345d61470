/**
 * The one table: key shapes and indexes. `infra/` makes the table from this, the stores and tests read it, and nothing
 * else knows a key.
 *
 * | item     | pk                | sk                  | indexes                                  |
 * | -------- | ----------------- | ------------------- | ---------------------------------------- |
 * | profile  | PROFILE#<id>      | profile             | pool (when it has room), kind,           |
 * |          |                   |                     | directory, due (when its status changes  |
 * |          |                   |                     | by itself)                               |
 * | note     | PROFILE#<id>      | note#<instant>#<id> |                                          |
 * | address  | ADDRESS#<hash>    | address             |                                          |
 * | round    | ROUND#<id>        | round               | kind                                     |
 * | lease    | LEASE             | lease               |                                          |
 * | match    | ROUND#<id>        | match#<match id>    | mentee, mentor, kind, due (while open)   |
 * | unplaced | ROUND#<id>        | unplaced#<mentee>   | mentee                                   |
 * | proof    | ROUND#<id>        | proof#<piece>       |                                          |
 * | mail     | MAIL#<id>         | mail                | due (until it is over), recipient, kind  |
 * | copy     | MAIL#<id>         | copy                |                                          |
 * | delivery | MAIL#<id>         | delivery            |                                          |
 * | suppress | SUPPRESSED#<hash> | suppressed          |                                          |
 * | turns    | TURNS             | turns               |                                          |
 * | event    | EVENT#<id>        | event               | kind (by its start), due                 |
 * | seats    | EVENT#<id>        | seats               |                                          |
 * | regist-  | EVENT#<id>        | registration#<n>    | due (while it is offered a seat)         |
 * |  ration  |                   |                     |                                          |
 * | attendee | EVENT#<id>        | attendee#<address>  | attendee                                 |
 * | line     | EVENT#<id>        | line#<n>            |                                          |
 * | wish     | EVENT#<id>        | wish#<time>         |                                          |
 * | audit    | AUDIT#<day>       | <instant>#<id>      |                                          |
 * | overview | OVERVIEW          | overview            |                                          |
 * | words    | WORDS#<mail kind> | words               |                                          |
 * | settings | SETTINGS          | settings            |                                          |
 * | change   | SETTINGS          | change#<instant>#…  |                                          |
 */

type Index = { partition: string; sort: string; projected: readonly string[] | 'keys' | 'all' }

export const INDEXES = {
  /** The whole pool, read shard by shard; projects only what matching needs. */
  pool: {
    partition: 'poolShard',
    sort: 'pk',
    projected: ['id', 'role', 'traits', 'capacity', 'matchIds', 'roundsWaited', 'blocked', 'addressHash'],
  },
  /**
   * Everybody, to be searched shard by shard, newest first; projects only what is searched. `lookedThrough` are names and
   * address without accents and capitals. It takes about 330 bytes a person, 110 MB and three cents a month for a
   * profession; one more write when any of this changes, as when somebody signs up, confirms or pauses; and to look
   * through 10,000 people, 300 read units, which are four thousandths of a cent.
   */
  directory: {
    partition: 'directoryShard',
    sort: 'listedAt',
    projected: ['role', 'status', 'livesIn', 'lookedThrough'],
  },
  /**
   * Mail that is, or will become, due; matches to be followed up; profiles whose pause ends, or whose owner leaves; events
   * with something to do; offers of a seat.
   */
  due: { partition: 'dueShard', sort: 'dueAt', projected: 'keys' },
  /** What a mentee got from each round. */
  mentee: { partition: 'menteeId', sort: 'sk', projected: 'keys' },
  mentor: { partition: 'mentorId', sort: 'sk', projected: 'keys' },
  recipient: { partition: 'profileId', sort: 'createdAt', projected: 'keys' },
  /** What somebody has registered for. */
  attendee: { partition: 'attendeeHash', sort: 'pk', projected: 'keys' },
  /** Lists for organizers: profiles by role, rounds, matches, mail; newest first by `listedAt`. */
  kind: { partition: 'kindKey', sort: 'listedAt', projected: 'keys' },
} as const satisfies Record<string, Index>

/** The attributes that exist for keys and indexes alone; an item without them is what a store parses. */
export const KEY_ATTRIBUTES = [
  'pk',
  'sk',
  'poolShard',
  'directoryShard',
  'livesIn',
  'lookedThrough',
  'dueShard',
  'kindKey',
  'listedAt',
  'attendeeHash',
  'expiresAt',
] as const

/** DynamoDB removes an item some time after this attribute's moment, in seconds. */
export const EXPIRY = 'expiresAt'
export const inDays = (from: string, days: number): number => Math.floor(Date.parse(from) / 1000) + days * 86_400

/** Enough for the write rate of a profession; few enough to read all of them at once. */
export const POOL_SHARDS = 16
export const DIRECTORY_SHARDS = 16
export const DUE_SHARDS = 4

export const profileKey = (id: string) => ({ pk: `PROFILE#${id}`, sk: 'profile' })
export const profileIdOf = (pk: string): string => pk.replace(/^PROFILE#/, '')
/** What organizers noted about somebody, oldest first. */
export const noteKey = (profileId: string, at: string, id: string) => ({
  pk: `PROFILE#${profileId}`,
  sk: `note#${at}#${id}`,
})
export const addressKey = (hash: string) => ({ pk: `ADDRESS#${hash}`, sk: 'address' })
export const roundKey = (id: string) => ({ pk: `ROUND#${id}`, sk: 'round' })
export const leaseKey = { pk: 'LEASE', sk: 'lease' }
export const matchKey = (roundId: string, matchId: string) => ({ pk: `ROUND#${roundId}`, sk: `match#${matchId}` })
export const matchIdOf = (sk: string): string => sk.replace(/^match#/, '')
export const unplacedKey = (roundId: string, menteeId: string) => ({
  pk: `ROUND#${roundId}`,
  sk: `unplaced#${menteeId}`,
})
export const proofKey = (roundId: string, piece: number) => ({
  pk: `ROUND#${roundId}`,
  sk: `proof#${String(piece).padStart(4, '0')}`,
})
export const mailKey = (id: string) => ({ pk: `MAIL#${id}`, sk: 'mail' })
/** What a sent mail needs to be sent again, for some days. */
export const copyKey = (id: string) => ({ pk: `MAIL#${id}`, sk: 'copy' })
/** What SES told us of a mail. */
export const deliveryKey = (id: string) => ({ pk: `MAIL#${id}`, sk: 'delivery' })
export const suppressionKey = (hash: string) => ({ pk: `SUPPRESSED#${hash}`, sk: 'suppressed' })
/** How far the senders' turns are given away. */
export const turnsKey = { pk: 'TURNS', sk: 'turns' }
/** What organizers say in words of their own in one kind of mail. */
export const wordsKey = (kind: string) => ({ pk: `WORDS#${kind}`, sk: 'words' })
/** What organizers have changed of the programme while it runs, and each time that they did. */
export const settingsKey = { pk: 'SETTINGS', sk: 'settings' }
export const settingsChangeKey = (at: string, id: string) => ({ pk: settingsKey.pk, sk: `change#${at}#${id}` })
/** Counts of everybody, as they were. */
export const overviewKey = { pk: 'OVERVIEW', sk: 'overview' }

export const eventKey = (id: string) => ({ pk: `EVENT#${id}`, sk: 'event' })
export const eventIdOf = (pk: string): string => pk.replace(/^EVENT#/, '')
export const seatsKey = (eventId: string) => ({ pk: `EVENT#${eventId}`, sk: 'seats' })
/** In the order in which people registered. */
export const registrationKey = (eventId: string, number: number) => ({
  pk: `EVENT#${eventId}`,
  sk: `registration#${ordinal(number)}`,
})
/** One item an address and event. */
export const attendeeKey = (eventId: string, addressHash: string) => ({
  pk: `EVENT#${eventId}`,
  sk: `attendee#${addressHash}`,
})
/** The waiting line, its head first. */
export const lineKey = (eventId: string, waitNumber: number) => ({
  pk: `EVENT#${eventId}`,
  sk: `line#${ordinal(waitNumber)}`,
})
/** What organizers did, by the day in UTC. */
export const auditKey = (at: string, id: string) => ({ pk: `AUDIT#${at.slice(0, 10)}`, sk: `${at}#${id}` })
/** What somebody wants of the event's seats, while many do. */
export const wishKey = (eventId: string, id: string) => ({ pk: `EVENT#${eventId}`, sk: `wish#${id}` })
/** Sorts as text in the order of the numbers. */
export const ordinal = (number: number): string => String(number).padStart(8, '0')

/** A stable shard, 0 to `shards` − 1, for an id (FNV-1a). */
export function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0
  return hash % shards
}

export const poolShard = (shard: number) => `pool#${shard}`
export const directoryShard = (shard: number) => `directory#${shard}`
export const dueShard = (shard: number) => `due#${shard}`
/** Matches, by when their next follow-up is due. */
export const followUpShard = (shard: number) => `follow-up#${shard}`
/** Few people have a day to come back on, and fewer are just leaving. */
export const PROFILES_DUE = 'due#profiles'
export const EVENTS_DUE = 'due#events'
export const OFFERS_DUE = 'due#offers'
