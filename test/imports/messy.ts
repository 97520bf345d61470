/**
 * What an organizer has after two years of Google Forms and Excel: semicolons, a title, two rows of headings, an empty
 * row, a line end within quotes, columns too many, somebody twice, states and codes that are none. By their rows:
 * 5 Zoë and 12 Ana are good, 7 to 9 have typing errors in codes, 10 a wrong state, 11 stands again in 12, 13 no address.
 */
export const MESSY = [
  'Mentorship list 2026;;;;;;;;;;;;;;',
  'Email Address;First name;Last name;Role;State;Work setting;Departments;Topics;Years of experience;Shift;Availability;Ways to meet;Capacity;Bio;I agree',
  'email;firstName;lastName;role;state;setting;departments;topics;yearsOfExperience;shift;availability;meeting;capacity;about;consent',
  ';;;;;;;;;;;;;;',
  'zoe@example.org;Zoë;Åström;Mentee;Ohio;Hospital laboratory;Hematology, Urinalysis / body fluids;Time management;1;Day;Mon evening;Zoom;;"Loves cells,\nand smears";Yes;;;',
  '',
  'lee@example.org;Lee;Park;mentee;IL;hospital;hematolgy;time;2;night;Tue morning;video;;;yes',
  'kim@example.org;Kim;Cho;mentor;CA;Reference lab;Micro;leadrship;12;days;weekends;phone;2;;yes',
  'jo@example.org;Jo;Diaz;mentee;TX;hospital;chemistry;cert_prep;0;evning;Wed evening;video;;;yes',
  'max@example.org;Max;Roy;mentee;Illinios;hospital;chemistry;cert_prep;0;day;Wed evening;video;;;yes',
  'Ana@example.org;Ana;Silva;mentor;NY;hospital;Blood bank;Negotiation;8;1st shift;Sat;in person;1;;yes',
  'ana@example.org ;Ana;Silva;mentor;New York;hospital;Blood bank;Negotiation;9 years;1st shift;Sat;in person;3;;yes',
  'nobody;No;Body;mentee;NY;hospital;Blood bank;Negotiation;1;day;Sat;video;;;yes',
].join('\r\n')

/** What is wrong, by row and field. */
export const MESSY_ERRORS: Record<number, [path: string, message: string]> = {
  7: ['departments', 'Column G (“Departments”): There is no department “hematolgy”. Did you mean Hematology?'],
  8: ['topics', 'Column H (“Topics”): There is no topic “leadrship”. Did you mean Leadership skills and styles?'],
  9: ['shift', 'Column J (“Shift”): There is no shift “evning”. Did you mean Evening?'],
  10: ['state', 'Column E (“State”): There is no state “Illinios”. Did you mean Illinois?'],
  11: ['email', 'The same address stands again in row 12 with the same role; the last one counts.'],
  13: ['email', 'Column A (“Email Address”): Please enter an e-mail address, such as sam@example.org.'],
}
