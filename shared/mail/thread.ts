/**
 * Mails to one of the two of a match are one conversation: what their ids have in common, undefined for other mail.
 * `reminder#<matchId>#mentor#7` → `<matchId>#mentor`
 */
export const threadOf = (mailId: string): string | undefined =>
  /^[a-z-]+#(.+#(?:mentor|mentee))(?:#\d+)?(?:#again-\d+)?$/.exec(mailId)?.[1]
