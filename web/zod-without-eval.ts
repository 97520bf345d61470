import * as z from 'zod'

/**
 * Imported before any schema: zod compiles objects with `new Function` where it may, and only asking whether it may
 * already counts as a violation of our content security policy.
 */
z.config({ jitless: true })
