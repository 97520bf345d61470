/** Words of a line in the log that an alarm waits for. */
export const ROUND_FAILED = 'A round failed.'
