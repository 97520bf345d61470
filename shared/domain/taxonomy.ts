/**
 * The words of the laboratory: departments, mentoring topics, credentials, settings and shifts.
 * Codes are stored and sent; names are shown. Sources: ASCP vacancy and wage surveys, ASCP BOC, AMT and AAB
 * credential lists, ASCLS, ANA, AACP and Penn mentoring programmes, BLS Occupational Outlook Handbook.
 */

export type Term<Code extends string = string> = { readonly code: Code; readonly name: string }

/** The codes of a list, as the tuple that a zod enum wants. */
export const codesOf = <Code extends string>(terms: readonly Term<Code>[]): readonly Code[] =>
  terms.map((term) => term.code)

/** The name of a code; the code itself when the list does not know it. */
export const nameOf = (terms: readonly Term[], code: string): string =>
  terms.find((term) => term.code === code)?.name ?? code

export const DEPARTMENTS = [
  { code: 'hematology', name: 'Hematology' },
  { code: 'coagulation', name: 'Coagulation / hemostasis' },
  { code: 'chemistry', name: 'Clinical chemistry' },
  { code: 'toxicology', name: 'Toxicology' },
  { code: 'core_lab', name: 'Core laboratory' },
  { code: 'microbiology', name: 'Microbiology' },
  { code: 'blood_bank', name: 'Blood bank / immunohematology / transfusion service' },
  { code: 'donor_services', name: 'Donor center / apheresis / component processing' },
  { code: 'immunology', name: 'Immunology / serology' },
  { code: 'urinalysis', name: 'Urinalysis / body fluids' },
  { code: 'molecular', name: 'Molecular diagnostics / molecular pathology' },
  { code: 'flow_cytometry', name: 'Flow cytometry' },
  { code: 'cytogenetics', name: 'Cytogenetics' },
  { code: 'histology', name: 'Histology' },
  { code: 'cytology', name: 'Cytology' },
  { code: 'anatomic_pathology', name: 'Anatomic pathology (grossing, autopsy support)' },
  { code: 'phlebotomy', name: 'Phlebotomy' },
  { code: 'specimen_processing', name: 'Specimen processing / accessioning' },
  { code: 'send_outs', name: 'Send-outs / referral testing' },
  { code: 'point_of_care', name: 'Point-of-care testing' },
  { code: 'lis', name: 'LIS / informatics' },
  { code: 'quality', name: 'Quality assurance / performance improvement' },
  { code: 'safety_compliance', name: 'Laboratory safety / compliance' },
  { code: 'education', name: 'Education / training' },
  { code: 'management', name: 'Laboratory management / administration' },
  { code: 'generalist', name: 'Generalist (rotates)' },
] as const satisfies readonly Term[]

/** Where somebody works. */
export const SETTINGS = [
  { code: 'hospital', name: 'Hospital laboratory' },
  { code: 'independent', name: 'Independent / reference / commercial laboratory' },
  { code: 'pol', name: 'Physician office laboratory' },
  { code: 'academia', name: 'College, university, professional school' },
  { code: 'outpatient', name: 'Outpatient care center' },
  { code: 'donor_center', name: 'Blood donor center' },
  { code: 'public_health', name: 'Public health laboratory (local, state, territorial)' },
  { code: 'military_va', name: 'Military / VA' },
  { code: 'industry', name: 'Industry / IVD / biotechnology' },
  { code: 'travel', name: 'Travel / temporary staffing' },
  { code: 'student', name: 'Student / in clinical rotation' },
] as const satisfies readonly Term[]

export const SHIFTS = [
  { code: 'day', name: 'Day' },
  { code: 'evening', name: 'Evening' },
  { code: 'night', name: 'Night' },
  { code: 'weekend', name: 'Weekend / holiday' },
  { code: 'rotating', name: 'Rotating' },
  { code: 'per_diem', name: 'Per diem / PRN' },
  { code: 'variable', name: 'Variable / on call' },
] as const satisfies readonly Term[]

/** What mentoring can be about. */
export const TOPICS = [
  { code: 'career_goals', name: 'Career goal development and planning' },
  { code: 'work_life', name: 'Work/life integration' },
  { code: 'difficult_work', name: 'Difficult work situations / workplace conflict' },
  { code: 'leadership', name: 'Leadership skills and styles' },
  { code: 'management_path', name: 'Moving into a lead, supervisor or manager role' },
  { code: 'communication', name: 'Communication skills' },
  { code: 'conflict', name: 'Conflict management' },
  { code: 'team', name: 'Team building' },
  { code: 'time', name: 'Time management' },
  { code: 'strategic', name: 'Strategic planning / critical thinking' },
  { code: 'networking', name: 'Networking and professional connections' },
  { code: 'advocacy', name: 'Advocacy / government affairs' },
  { code: 'society', name: 'Getting involved in the society (history, committees, planning a state meeting)' },
  { code: 'diversity', name: 'Diversity, inclusion and belonging' },
  { code: 'strengths', name: 'Finding strengths' },
  { code: 'mentoring_skill', name: 'Mentoring and coaching others' },
  { code: 'job_search', name: 'Finding jobs, CV, interviewing' },
  { code: 'further_study', name: 'Further study / advanced degree' },
  { code: 'technical', name: 'Technical information in a discipline' },
  { code: 'encouragement', name: 'Personal encouragement / confidence' },
  { code: 'negotiation', name: 'Negotiation' },
  { code: 'wellness', name: 'Wellness, resilience, burnout' },
  { code: 'teaching', name: 'Teaching and presentation skills' },
  { code: 'abstracts', name: 'Submitting abstracts, navigating the annual meeting' },
  { code: 'cert_prep', name: 'Certification exam preparation / new specialty' },
  { code: 'licence', name: 'State license or relocation' },
  { code: 'ce', name: 'Continuing education planning' },
] as const satisfies readonly Term[]

/** One row a code: where several bodies issue the same letters (MLS, MLT, MT), the name lists them all. */
export const CREDENTIALS = [
  { code: 'MLS', name: 'Medical Laboratory Scientist (ASCP BOC, AMT)' },
  { code: 'MLT', name: 'Medical Laboratory Technician (ASCP BOC, AMT, AAB)' },
  { code: 'PBT', name: 'Phlebotomy Technician (ASCP BOC)' },
  { code: 'DPT', name: 'Donor Phlebotomy Technician (ASCP BOC)' },
  { code: 'HT', name: 'Histotechnician (ASCP BOC)' },
  { code: 'HTL', name: 'Histotechnologist (ASCP BOC)' },
  { code: 'CT', name: 'Cytotechnologist (ASCP BOC)' },
  { code: 'PA', name: "Pathologists' Assistant (ASCP BOC)" },
  { code: 'BB', name: 'Technologist in Blood Banking (ASCP BOC)' },
  { code: 'C', name: 'Technologist in Chemistry (ASCP BOC)' },
  { code: 'CG', name: 'Technologist in Cytogenetics (ASCP BOC)' },
  { code: 'H', name: 'Technologist in Hematology (ASCP BOC)' },
  { code: 'M', name: 'Technologist in Microbiology (ASCP BOC)' },
  { code: 'MB', name: 'Technologist in Molecular Biology (ASCP BOC)' },
  { code: 'SBB', name: 'Specialist in Blood Banking (ASCP BOC)' },
  { code: 'SC', name: 'Specialist in Chemistry (ASCP BOC)' },
  { code: 'SCT', name: 'Specialist in Cytotechnology (ASCP BOC)' },
  { code: 'SH', name: 'Specialist in Hematology (ASCP BOC)' },
  { code: 'SM', name: 'Specialist in Microbiology (ASCP BOC)' },
  { code: 'DLM', name: 'Diplomate in Laboratory Management (ASCP BOC)' },
  { code: 'MT', name: 'Medical Technologist (ASCP BOC, AMT, AAB)' },
  { code: 'MLA', name: 'Medical Laboratory Assistant (ASCP BOC)' },
  { code: 'SCYM', name: 'Specialist in Cytometry (ASCP BOC)' },
  { code: 'SMB', name: 'Specialist in Molecular Biology (ASCP BOC)' },
  { code: 'SV', name: 'Specialist in Virology (ASCP BOC)' },
  { code: 'SLS', name: 'Specialist in Laboratory Safety (ASCP BOC)' },
  { code: 'AT', name: 'Apheresis Technician (ASCP BOC)' },
  { code: 'HP', name: 'Hemapheresis Practitioner (ASCP BOC)' },
  { code: 'MDT', name: 'Molecular Diagnostics Technologist (AMT)' },
  { code: 'CMLA', name: 'Medical Laboratory Assistant (AMT)' },
  { code: 'RPT', name: 'Phlebotomy Technician (AMT)' },
  { code: 'CLC', name: 'Certified Laboratory Consultant (AMT)' },
  { code: 'AHI', name: 'Allied Health Instructor (AMT)' },
  { code: 'MDxT', name: 'Molecular Diagnostics Technologist (AAB)' },
  { code: 'ALS', name: 'Andrology Laboratory Scientist (AAB)' },
  { code: 'ELS', name: 'Embryology Laboratory Scientist (AAB)' },
  { code: 'CLS', name: 'Clinical Laboratory Scientist (NCA)' },
  { code: 'CLT', name: 'Clinical Laboratory Technician (NCA)' },
  { code: 'CLT(HHS)', name: 'Clinical Laboratory Technologist (HEW/HHS federal exam) (HHS)' },
  { code: 'CABP', name: 'Certified Advanced Biotherapies Professional (AABB)' },
  { code: 'CQIA', name: 'Certified Quality Improvement Associate (ASQ)' },
  { code: 'STATE', name: 'State license (CA, FL, HI, LA, MT, NV, NY, ND, TN, WV, PR)' },
] as const satisfies readonly Term[]
