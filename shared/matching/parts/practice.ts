import type { Traits } from '../../domain/profile.ts'
import { DEPARTMENTS } from '../../domain/taxonomy.ts'
import { countBits, inMask } from '../bits.ts'
import type { Facts } from '../facts.ts'
import { FULL, type Part, UNKNOWN } from '../part.ts'
import { listed, shortName } from '../phrases.ts'

const WORKPLACES: Readonly<Record<Traits['setting'], string>> = {
  hospital: 'You both work in a hospital laboratory.',
  independent: 'You both work in an independent laboratory.',
  pol: 'You both work in a physician office laboratory.',
  academia: 'You both work at a college or university.',
  outpatient: 'You both work in an outpatient care center.',
  donor_center: 'You both work in a blood donor center.',
  public_health: 'You both work in a public health laboratory.',
  military_va: 'You both work for the military or the VA.',
  industry: 'You both work in industry.',
  travel: 'You both work in travel or temporary staffing.',
  student: 'You are both students or in clinical rotation.',
}

/** The daily work: departments in common, the credential that the mentee pursues, the kind of workplace. */
export const practice: Part = {
  name: 'practice',
  criteria: [
    {
      share: 50,
      fit: ({ departments }, mentor) =>
        departments === 0
          ? 0
          : Math.floor((FULL * countBits(departments & mentor.departments)) / countBits(departments)),
    },
    {
      share: 30,
      fit: (mentee, mentor) =>
        mentee.pursuing === undefined ? UNKNOWN : mentor.credentials.has(mentee.pursuing) ? FULL : 0,
    },
    { share: 20, fit: (mentee, mentor) => (mentee.setting === mentor.setting ? FULL : 0) },
  ],
  words: (mentee, mentor) => [
    ...credentialWords(mentee, mentor),
    ...departmentWords(mentee, mentor),
    ...(mentee.setting === mentor.setting ? [WORKPLACES[mentee.setting]] : []),
  ],
}

function credentialWords({ pursuing }: Facts, { credentials }: Facts): string[] {
  if (pursuing === undefined || !credentials.has(pursuing)) return []
  const held = pursuing === 'STATE' ? 'a state license' : pursuing
  return [`The mentor holds ${held}, the credential the mentee is preparing for.`]
}

function departmentWords(mentee: Facts, mentor: Facts): string[] {
  const common = inMask(DEPARTMENTS, mentee.departments & mentor.departments).map(shortName)
  if (common.length === 0) return []
  return [`You share ${common.length === 1 ? 'a department' : 'departments'}: ${listed(common)}.`]
}
