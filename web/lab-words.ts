import { DEPARTMENTS, SETTINGS, SHIFTS, type Term, TOPICS } from '../shared/domain/taxonomy.ts'

/** What each choice means at the bench, for somebody who is new to the word. */

export type Choice = Term & { means?: string }

type Code<Terms extends readonly Term[]> = Terms[number]['code']

const explained = <Terms extends readonly Term[]>(terms: Terms, means: Record<Code<Terms>, string>): Choice[] =>
  terms.map(({ code, name }: { code: Code<Terms>; name: string }) => ({ code, name, means: means[code] }))

export const DEPARTMENT_CHOICES = explained(DEPARTMENTS, {
  hematology: 'CBCs, differentials, smears',
  coagulation: 'PT, aPTT, D-dimer, factor assays',
  chemistry: 'Metabolic panels, enzymes, immunoassays',
  toxicology: 'Drug screens, therapeutic drug levels',
  core_lab: 'Chemistry, hematology and coagulation on one line',
  microbiology: 'Cultures, susceptibilities, parasites, TB',
  blood_bank: 'Types and screens, crossmatches, antibody work-ups',
  donor_services: 'Collecting and preparing blood components',
  immunology: 'Antibodies, autoimmune and infectious serology',
  urinalysis: 'Dipsticks, sediments, CSF and other fluids',
  molecular: 'PCR, sequencing, viral loads',
  flow_cytometry: 'Cell markers, leukemia and lymphoma panels',
  cytogenetics: 'Karyotypes, FISH',
  histology: 'Embedding, cutting and staining tissue',
  cytology: 'Paps, fine needle aspirates',
  anatomic_pathology: 'Grossing specimens, helping at autopsies',
  phlebotomy: 'Drawing blood, order of draw, difficult sticks',
  specimen_processing: 'Receiving, labelling, spinning, aliquoting',
  send_outs: 'Tests that go to another laboratory',
  point_of_care: 'Glucose meters, blood gases at the bedside',
  lis: 'The laboratory’s computer system, interfaces, autoverification',
  quality: 'QC rules, audits, corrective action',
  safety_compliance: 'CAP, CLIA, OSHA, inspections',
  education: 'Students, competencies, new staff',
  management: 'Budgets, schedules, people',
  generalist: 'A different bench each day',
})

export const SETTING_CHOICES = explained(SETTINGS, {
  hospital: 'Inpatients and the emergency department, often day and night',
  independent: 'Specimens from many clients, high volume',
  pol: 'A small laboratory in a practice, waived and moderate tests',
  academia: 'Teaching or research',
  outpatient: 'Clinics, surgery and urgent care centers',
  donor_center: 'Collecting and testing donated blood',
  public_health: 'Outbreaks, newborn screening, water, reference work',
  military_va: 'Army, Navy, Air Force, Veterans Affairs',
  industry: 'Making, selling or supporting instruments and tests',
  travel: 'Contracts of weeks or months in changing laboratories',
  student: 'In a programme, or in clinical rotation',
})

export const SHIFT_CHOICES = explained(SHIFTS, {
  day: 'About 7 am to 3:30 pm',
  evening: 'About 3 pm to 11:30 pm',
  night: 'About 11 pm to 7:30 am; we wake nobody in the morning',
  weekend: 'Saturdays, Sundays and holidays',
  rotating: 'Days, evenings and nights in turn',
  per_diem: 'Called in as needed',
  variable: 'Changes from week to week, or on call',
})

export const TOPIC_CHOICES = explained(TOPICS, {
  career_goals: 'Where to be in five years, and the steps there',
  work_life: 'Shifts, family, rest',
  difficult_work: 'A hard colleague, a hard supervisor, short staffing',
  leadership: 'What kind of leader to be',
  management_path: 'The step from the bench to lead tech or supervisor',
  communication: 'Calling criticals, talking with nurses and physicians',
  conflict: 'Disagreeing without falling out',
  team: 'A bench where people help each other',
  time: 'Several analyzers, one pair of hands',
  strategic: 'Deciding well, planning ahead',
  networking: 'Knowing people outside one’s own laboratory',
  advocacy: 'Licensure bills, staffing rules, the visibility of the profession',
  society: 'How the society works, and how to take part',
  diversity: 'Being, or including, the one who is different',
  strengths: 'What one is good at, and how to use it',
  mentoring_skill: 'Training students and new colleagues',
  job_search: 'Résumé, interview, the first offer',
  further_study: 'MLT to MLS, a master’s, DCLS, PA',
  technical: 'Methods, instruments, odd results',
  encouragement: 'Somebody who says: keep going',
  negotiation: 'Pay, shifts, a sign-on bonus',
  wellness: 'Night shift, burnout, getting through',
  teaching: 'A lecture, a bench lesson, a poster',
  abstracts: 'From a case to a poster at the meeting',
  cert_prep: 'BOC and other exams: what to study, and how',
  licence: 'State licenses, moving to another state',
  ce: 'Credits that count and are worth the time',
})
