/** Where the API has an event, and what belongs to it. */
export const eventPath = (eventId: string, ...more: string[]): string =>
  ['/organizer/events', ...[eventId, ...more].map(encodeURIComponent)].join('/')
