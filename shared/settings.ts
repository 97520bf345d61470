import { Programme } from './domain/programme.ts'
import { env } from './env.ts'

/** The programme that this function was deployed for. */
export const deployedProgramme = (): Programme => Programme.parse(JSON.parse(env('PROGRAMME')))
