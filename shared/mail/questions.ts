import { TOPICS } from '../domain/taxonomy.ts'

/**
 * Three questions to start the first talk with. Both people get the same three, so each is worded for both, can be
 * answered from experience, and has no wrong answer.
 */

type Topic = (typeof TOPICS)[number]['code']

const QUESTIONS: Record<Topic, string> = {
  career_goals: 'Where would you like to be in three years, and what would be the first small step?',
  work_life: 'Which shift or routine has fitted best with life outside the lab, and why?',
  difficult_work: 'What was a hard situation at the bench, and what would you do the same way again?',
  leadership: 'Who was the best lead you have worked with, and what did they do that others did not?',
  management_path: 'What surprises people most when they move from the bench to leading a shift?',
  communication: 'How do you tell a nurse or a physician that a specimen has to be collected again?',
  conflict: 'When two people on a shift do not get along, what has helped in your experience?',
  team: 'What makes a bench team work well together on a busy day?',
  time: 'How do you decide what comes first when everything is STAT?',
  strategic: 'If you could change one thing in how your lab works, what would it be and where would you start?',
  networking: 'How did you meet the people in the profession whom you can ask anything?',
  advocacy: 'What should people outside the lab understand about our work, and how can we tell them?',
  society: 'Which part of a professional society has been worth the time, and what is a good way in?',
  diversity: 'When did you feel that you belonged in a lab, and what made the difference?',
  strengths: 'Which part of the work do colleagues ask for your help with?',
  mentoring_skill: 'Who taught you well when you were new, and how did they do it?',
  job_search: 'What does a lab look for when it hires, beyond the certificate?',
  further_study: 'Which degree or course has opened a door, and was it worth the years?',
  technical: 'Which result puzzled you lately, and how would each of you track it down?',
  encouragement: 'What went well in the past month, however small?',
  negotiation: 'When did you last ask for something at work, such as pay, hours or training, and how did it go?',
  wellness: 'What tells you that you are running low, and what gives you strength back after a run of hard shifts?',
  teaching: 'What is hard to explain to a student at the bench, and how do you show it?',
  abstracts: 'Which case or project from your own bench could become a poster?',
  cert_prep: 'Which exam comes next, by when, and which way of studying has worked for each of you?',
  licence: 'Which state do you work in or want to move to, and what did getting a license take?',
  ce: 'Which course or journal taught you something that you used the next day?',
}

/** For everybody; they fill up what the topics leave open. */
const GENERAL = [
  'How did you come to work in the lab, and what has kept you there?',
  'What does a good day at the bench look like for you, and what does a hard one?',
  'What would make you say, three months from now, that these talks were worth it?',
] as const

/**
 * Exactly three different questions: those of the mentee's topics (codes of the taxonomy) in the order given, then
 * general ones. Unknown codes are passed over.
 */
export function firstQuestions(menteeTopics: readonly string[]): string[] {
  const wanted = TOPICS.map((topic) => topic.code).filter((code) => menteeTopics.includes(code))
  wanted.sort((one, other) => menteeTopics.indexOf(one) - menteeTopics.indexOf(other))
  return [...wanted.map((code) => QUESTIONS[code]), ...GENERAL].slice(0, 3)
}
