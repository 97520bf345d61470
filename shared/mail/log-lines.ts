/** What the sender says in its log when a mail does not go out. The alarms of `infra/mail.ts` listen for these words. */

/** SES does not answer, is throttling, or does not let us send: the mail is tried again. */
export const NOT_SENT = 'A mail was not sent.'
/** SES does not want this one mail: it is tried a few times more. */
export const REFUSED = 'A mail was refused.'
/** Its reader gets it never. */
export const GIVEN_UP = 'A mail was given up.'
