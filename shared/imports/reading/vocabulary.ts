import { MEETING_WAYS, ROLES } from '../../domain/profile-form.ts'
import { STATES } from '../../domain/states.ts'
import { CREDENTIALS, DEPARTMENTS, SETTINGS, SHIFTS, type Term, TOPICS } from '../../domain/taxonomy.ts'
import { dictionary } from './dictionary.ts'

/** The words that people use for our codes, beside the codes and names themselves. */

export const states = dictionary({
  terms: STATES,
  also: {
    DC: ['Washington DC', 'Washington, D.C.', 'D.C.'],
    PR: ['P.R.'],
    CA: ['Calif'],
    MA: ['Mass'],
    PA: ['Penn', 'Penna'],
  },
  without: ['usa', 'us', 'state', 'of'],
})

export const settings = dictionary({
  terms: SETTINGS,
  also: {
    hospital: ['medical center', 'health system', 'inpatient'],
    independent: ['reference', 'commercial', 'private'],
    pol: ['doctor’s office', 'physicians office', 'physician’s office', 'clinic', 'urgent care'],
    academia: ['university hospital', 'academic', 'academic medical center', 'school'],
    outpatient: ['outpatient', 'outpatient clinic', 'ambulatory'],
    donor_center: ['donor center', 'blood center'],
    public_health: ['public health', 'health department', 'state public health'],
    military_va: ['veterans affairs', 'government'],
    industry: ['biotech', 'vendor', 'manufacturer'],
    travel: ['traveler', 'traveller', 'temp', 'agency'],
    student: ['intern', 'rotation', 'clinical rotation'],
  },
  without: ['laboratory', 'laboratories', 'lab', 'labs'],
})

export const departments = dictionary({
  terms: DEPARTMENTS,
  also: {
    hematology: ['heme', 'haematology'],
    coagulation: ['coag'],
    chemistry: ['chem'],
    toxicology: ['tox'],
    core_lab: ['core'],
    microbiology: ['micro', 'bacteriology', 'mycology', 'parasitology'],
    blood_bank: ['bb', 'transfusion', 'transfusion medicine', 'immunohaematology'],
    donor_services: ['apheresis', 'donor'],
    urinalysis: ['ua', 'urine'],
    molecular: ['molecular', 'pcr', 'molecular biology'],
    flow_cytometry: ['flow'],
    histology: ['histo', 'histotechnology'],
    cytology: ['cyto', 'cytotechnology'],
    anatomic_pathology: ['ap', 'pathology', 'grossing'],
    phlebotomy: ['phleb'],
    specimen_processing: ['processing', 'accessioning'],
    send_outs: ['sendouts', 'send out', 'referrals'],
    point_of_care: ['poc', 'poct', 'point of care'],
    lis: ['it', 'laboratory information system'],
    quality: ['qa', 'qc', 'quality assurance', 'quality control'],
    safety_compliance: ['safety'],
    management: ['administration', 'lab management', 'leadership'],
    generalist: ['all', 'rotates', 'all departments'],
  },
  without: ['department', 'dept'],
})

export const topics = dictionary({
  terms: TOPICS,
  also: {
    career_goals: ['career', 'career development', 'career planning', 'career goals'],
    work_life: ['work life balance', 'work life'],
    difficult_work: ['difficult situations', 'workplace conflict'],
    leadership: ['leading'],
    management_path: ['becoming a supervisor', 'management'],
    time: ['time'],
    networking: ['professional network'],
    job_search: ['job search', 'resume', 'cv', 'interviews', 'interview skills'],
    further_study: ['further education', 'graduate school', 'masters degree', 'continuing studies'],
    technical: ['technical skills', 'technical knowledge'],
    encouragement: ['confidence', 'encouragement'],
    wellness: ['burnout', 'stress'],
    teaching: ['teaching', 'public speaking', 'presentations'],
    cert_prep: ['certification', 'exam prep', 'boc', 'boc exam', 'certification prep', 'certification exam'],
    licence: ['license', 'licensure', 'relocation'],
    ce: ['ce', 'continuing education'],
  },
  without: ['skills', 'preparation'],
})

export const credentials = dictionary({
  terms: CREDENTIALS,
  also: { STATE: ['state license', 'state licence', 'state licensure', 'licensed'] },
  // “MLS(ASCP)CM” is how many sign.
  endings: ['ascp', 'boc', 'amt', 'aab', 'cm', 'ascpcm'],
})

export const shifts = dictionary({
  terms: SHIFTS,
  also: {
    day: ['days', 'first', '1st', '1', 'morning', 'mornings', 'am', 'daytime'],
    evening: ['evenings', 'second', '2nd', '2', 'afternoon', 'pm', 'swing'],
    night: ['nights', 'third', '3rd', '3', 'graveyard', 'overnight', 'overnights'],
    weekend: ['weekends', 'holiday'],
    rotating: ['rotation', 'rotates'],
    per_diem: ['prn', 'perdiem', 'pool'],
    variable: ['varies', 'flexible', 'on call'],
  },
  without: ['shift', 'shifts'],
})

const MEETING_NAMES: Record<(typeof MEETING_WAYS)[number], string> = {
  video: 'Video call',
  phone: 'Phone call',
  'in-person': 'In person',
  messages: 'Messages',
}

export const meetings = dictionary({
  terms: MEETING_WAYS.map((code) => ({ code, name: MEETING_NAMES[code] })),
  also: {
    video: ['zoom', 'teams', 'microsoft teams', 'google meet', 'skype', 'facetime', 'video chat', 'virtual', 'online'],
    phone: ['telephone', 'call', 'calls', 'by phone'],
    'in-person': ['face to face', 'onsite', 'on site', 'local'],
    messages: [
      'message',
      'email',
      'e-mail',
      'text',
      'texts',
      'texting',
      'text messages',
      'e mails',
      'emails',
      'direct messages',
      'text message',
      'chat',
      'messages e-mail chat',
    ],
  },
  without: ['meeting', 'meetings', 'via'],
})

export const roles = dictionary({
  terms: ROLES.map((code) => ({ code, name: code })),
  also: {
    mentor: [
      'a mentor',
      'mentors',
      'be a mentor',
      'become a mentor',
      'mentoring',
      'mentor someone',
      'i want to be a mentor',
    ],
    mentee: [
      ...[
        'a mentee',
        'mentees',
        'be a mentee',
        'protege',
        'have a mentor',
        'find a mentor',
        'get a mentor',
        'need a mentor',
      ],
      ...[
        'seeking a mentor',
        'looking for a mentor',
        'want a mentor',
        'i want a mentor',
        'be mentored',
        'receive mentoring',
      ],
    ],
  },
})

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz')

/** The languages that have a code of two letters, and some that have not. */
const LANGUAGES: readonly Term[] = [
  ...LETTERS.flatMap((one) => LETTERS.map((other) => `${one}${other}`)),
  ...['ase', 'yue', 'haw', 'hmn', 'ilo', 'ceb', 'chr'],
].flatMap((code) => {
  const name = code === 'ase' ? 'American Sign Language' : code === 'tl' ? 'Tagalog' : languageNames.of(code)
  return name ? [{ code, name }] : []
})

export const languages = dictionary({
  terms: LANGUAGES,
  also: {
    ase: ['ASL', 'sign language'],
    tl: ['Filipino'],
    zh: ['Mandarin', 'Mandarin Chinese'],
    ht: ['Haitian', 'Creole'],
  },
  without: ['language', 'fluent', 'native'],
})

/** Names of zones as people write them; the codes are those of the IANA list. */
export const timeZones = dictionary({
  terms: [
    { code: 'America/New_York', name: 'Eastern Time' },
    { code: 'America/Chicago', name: 'Central Time' },
    { code: 'America/Denver', name: 'Mountain Time' },
    { code: 'America/Phoenix', name: 'Arizona Time' },
    { code: 'America/Los_Angeles', name: 'Pacific Time' },
    { code: 'America/Anchorage', name: 'Alaska Time' },
    { code: 'Pacific/Honolulu', name: 'Hawaii Time' },
    { code: 'America/Puerto_Rico', name: 'Atlantic Time' },
  ],
  also: {
    'America/New_York': ['et', 'est', 'edt'],
    'America/Chicago': ['ct', 'cst', 'cdt'],
    'America/Denver': ['mt', 'mst', 'mdt'],
    'America/Los_Angeles': ['pt', 'pst', 'pdt'],
    'America/Anchorage': ['akst', 'akdt'],
    'Pacific/Honolulu': ['hst', 'hawaii aleutian'],
    'America/Puerto_Rico': ['ast'],
  },
  without: ['time', 'standard', 'daylight', 'zone', 'us', 'canada'],
})
