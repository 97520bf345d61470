/** What the hourly check says in its log when an event's seats do not add up. The alarm of `infra/events.ts` listens for it. */
export const SEATS_DIFFER = 'The seats of an event do not add up.'
