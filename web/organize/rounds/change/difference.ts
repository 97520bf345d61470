import { figure } from '../../parts/counted.ts'

/** `+12`, `−3`, and `0`. */
export const difference = (before: number, after: number): string =>
  before === after ? '0' : `${after > before ? '+' : '−'}${figure(Math.abs(after - before))}`
