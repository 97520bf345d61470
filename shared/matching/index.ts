/** What others may rely on, whatever is inside. */
export { assign } from './assign.ts'
export { rulesFor } from './rules.ts'
export { scorePair } from './score.ts'
export { verify } from './verify.ts'
