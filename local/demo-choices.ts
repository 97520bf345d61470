import type { ProfileFormInput } from '../shared/domain/profile-form.ts'

/** What the made-up people of the demo choose from. */

type Mentor = Extract<ProfileFormInput, { role: 'mentor' }>
/** What mentors and mentees both fill in. */
export type Common = Omit<Mentor, 'role' | 'capacity' | 'yearsOfExperience'>
/** Most common first: the first of n is n times as likely as the last. */
export type Ranked<T> = readonly T[]

export const DEPARTMENT: Ranked<Common['departments'][number]> = [
  'hematology',
  'chemistry',
  'microbiology',
  'generalist',
  'blood_bank',
  'core_lab',
  'coagulation',
  'urinalysis',
  'molecular',
  'immunology',
  'point_of_care',
  'quality',
]
export const WANTED: Ranked<Common['topics'][number]> = [
  'cert_prep',
  'career_goals',
  'technical',
  'encouragement',
  'communication',
  'job_search',
  'time',
  'further_study',
  'difficult_work',
  'wellness',
  'management_path',
  'licence',
]
export const OFFERED: Ranked<Common['topics'][number]> = [
  'technical',
  'career_goals',
  'cert_prep',
  'leadership',
  'communication',
  'management_path',
  'further_study',
  'work_life',
  'teaching',
  'networking',
  'job_search',
  'difficult_work',
  'society',
]
export const SETTING: Ranked<Common['setting']> = [
  'hospital',
  'hospital',
  'independent',
  'pol',
  'academia',
  'outpatient',
  'donor_center',
  'public_health',
]
export const SHIFT: Ranked<Common['shift']> = ['day', 'day', 'evening', 'night', 'rotating', 'weekend', 'per_diem']
export const EMPLOYERS: Ranked<string> = [
  'Lakeside Regional',
  'St. Brigid',
  'Mercy Valley',
  'Northfield',
  'Cedar Creek',
  'Harborview',
  'Blue Ridge',
  'Union Street',
  'Prairie',
  'Saguaro',
]

export const LINES: Ranked<string> = [
  'It is good to talk to somebody outside my own bench.',
  'I am happiest with a tricky manual differential.',
  'We are short of people, so I like to make every minute of training count.',
  'I came to the lab from phlebotomy and never looked back.',
  'Ask me about instruments that fail at 4 a.m.',
  'Quality control is where I feel at home.',
  'I like students on the bench; they ask the right questions.',
]
