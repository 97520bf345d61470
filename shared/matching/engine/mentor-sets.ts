import { countBits } from '../criteria/bits.ts'

/** Sets of mentors, a bit each: the n-th mentor is bit n % 32 of word n / 32. */
export type MentorSet = Int32Array

export const emptySet = (mentors: number): MentorSet => new Int32Array(Math.ceil(mentors / 32))

export function add(set: MentorSet, mentor: number): void {
  set[mentor >> 5] = (set[mentor >> 5] ?? 0) | (1 << (mentor & 31))
}

export function remove(set: MentorSet, mentor: number): void {
  set[mentor >> 5] = (set[mentor >> 5] ?? 0) & ~(1 << (mentor & 31))
}

export const has = (set: MentorSet, mentor: number): boolean => ((set[mentor >> 5] ?? 0) & (1 << (mentor & 31))) !== 0

/** Keeps those who are in another set as well. */
export function keepIn(set: MentorSet, other: MentorSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) & (other[word] ?? 0)
}

/** Adds all of another set. */
export function addAll(set: MentorSet, other: MentorSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (other[word] ?? 0)
}

export function sizeOf(set: MentorSet): number {
  let size = 0
  for (let word = 0; word < set.length; word++) size += countBits(set[word] ?? 0)
  return size
}

/** The sets of those who have each bit of a mask that `maskOf` tells. */
export function setsByBit(mentors: number, bits: number, maskOf: (mentor: number) => number): MentorSet[] {
  const sets = Array.from({ length: bits }, () => emptySet(mentors))
  for (let mentor = 0; mentor < mentors; mentor++) {
    const mask = maskOf(mentor)
    for (let bit = 0; bit < bits; bit++) {
      const set = sets[bit]
      if (mask & (1 << bit) && set) add(set, mentor)
    }
  }
  return sets
}
