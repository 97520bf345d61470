import * as z from 'zod'

/**
 * Each page loads this before its own script, so that it runs before any schema is made: zod compiles objects with
 * `new Function` where it may, and only asking whether it may already violates our content security policy.
 */
z.config({ jitless: true })
