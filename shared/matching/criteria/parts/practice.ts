import type { Traits } from '../../../domain/profile.ts'
import { CREDENTIALS, codesOf, DEPARTMENTS, SETTINGS } from '../../../domain/taxonomy.ts'
import { inMask } from '../bits.ts'
import type { Facts } from '../facts.ts'
import { FULL, type Part } from '../part.ts'
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

const SETTING_CODES = codesOf(SETTINGS)

/** The daily work: departments in common, the credential that the mentee pursues, the kind of workplace. */
export const practice: Part = {
  name: 'practice',
  criteria: [
    { kind: 'chosen', share: 50, size: DEPARTMENTS.length, mask: ({ departments }) => departments },
    { kind: 'holding', share: 30, sought: ({ pursuing }) => pursuing, held: ({ credentials }) => credentials },
    {
      kind: 'choice',
      share: 20,
      size: SETTINGS.length,
      answer: ({ setting }) => SETTING_CODES.indexOf(setting),
      suits: (one, other) => (one === other ? FULL : 0),
    },
  ],
  words: (mentee, mentor) => [
    ...credentialWords(mentee, mentor),
    ...departmentWords(mentee, mentor),
    ...(mentee.setting === mentor.setting ? [WORKPLACES[mentee.setting]] : []),
  ],
}

function credentialWords({ pursuing }: Facts, { credentials }: Facts): string[] {
  if (pursuing < 0 || ((credentials[pursuing >> 5] ?? 0) & (1 << (pursuing & 31))) === 0) return []
  const code = CREDENTIALS[pursuing]?.code
  return [
    `The mentor holds ${code === 'STATE' ? 'a state license' : code}, the credential the mentee is preparing for.`,
  ]
}

function departmentWords(mentee: Facts, mentor: Facts): string[] {
  const common = inMask(DEPARTMENTS, mentee.departments & mentor.departments).map(shortName)
  if (common.length === 0) return []
  return [`You share ${common.length === 1 ? 'a department' : 'departments'}: ${listed(common)}.`]
}
