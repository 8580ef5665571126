import type { Band } from '../formula.ts'
import type { Dimension, QuestionNumber } from '../questions.ts'

const questions: Record<QuestionNumber, string> = {
  1: 'Our top leader can say clearly why we put the customer at the centre',
  2: 'One leader answers for the result and gives time every week',
  3: 'Department heads agree to share customer information',
  4: 'Leaders are willing to pause or change the plan on pilot results',
  5: 'The budget covers training, data work, coordination and upkeep, not software only',
  6: 'We hold a reserve for overruns and changing needs',
  7: 'People on the project have been given working time for it',
  8: 'We have people able to be administrator and trainer',
  9: 'Most staff are at ease with computers or phones at work',
  10: 'Each department has someone glad to go first',
  11: 'I know what this change means for my work',
  12: 'Network, computers and phones are good enough for daily use',
  13: 'We know how our other software (finance, orders, phone) can connect',
  14: 'Accounts, backup and security have an owner and records',
  15: 'We know all the places where customer information is kept',
  16: 'Customer data are mostly complete, correct and without duplicates',
  17: 'Key fields have agreed meanings and ways to fill them',
  18: 'The basis and notice for collecting personal information are on record',
  19: 'Departments share what they know of customers without being asked',
  20: 'Speaking up about customer problems or one’s own mistakes is safe',
}

const actions: Record<QuestionNumber, string> = {
  1: 'Leaders take lesson L-01 and tell everybody why in person',
  2: 'Leaders take lesson L-02; name the sponsor and keep weekly time free',
  3: 'Hold a meeting of department heads on sharing customer information',
  4: 'Leaders take lesson L-05 and lock the criteria of the pilot',
  5: 'Plan the whole cost in all four categories',
  6: 'Leaders take lesson L-03 and set a reserve aside',
  7: 'Free working time for those on the project, or cut its scope',
  8: 'Train or hire an administrator and a trainer, part-time if need be',
  9: 'Offer sessions on the basics of computers and phones',
  10: 'Recruit a champion in every department',
  11: 'Everybody takes lesson C-05: what changes for me',
  12: 'Buy what is missing, or fit the plan to what there is',
  13: 'List the other software and how it can connect',
  14: 'Take lesson A-06; give accounts, backup and security an owner',
  15: 'Draw a map of where customer information is kept',
  16: 'Take lesson A-02 and hold a sprint to clean the data',
  17: 'Agree a standard for key fields',
  18: 'Take lessons C-04 and A-08; record basis and notice',
  19: 'Leaders take lesson L-07 and share customer cases in the open',
  20: 'Leaders show that mistakes may be told, beginning with their own',
}

const dimensions: Record<Dimension, string> = {
  leadership: 'Leadership',
  budget: 'Budget',
  people: 'People',
  technology: 'Technology',
  data: 'Data',
  culture: 'Culture',
}

const bands: Record<Band, string> = {
  notReady: 'Not ready',
  prepare: 'Prepare',
  pilotReady: 'Ready for a pilot',
  scaleReady: 'Ready to widen',
}

export const en = {
  title: 'Readiness',
  questions,
  actions,
  dimensions,
  bands,
  about:
    'Twenty questions on leadership, budget, people, technology, data and culture: a check-list for your own use, asked of leaders, managers and staff, each group with the same weight.',
  none: 'Nobody has been asked yet',
  noneText: 'Open a round: everybody who can sign in gets the questions that concern them.',
  noneReader: 'Whoever runs the rollout has not opened a round yet.',
  form: 'Questions',
  forms: { full: 'all twenty', short: 'short form (eight)' },
  chooseForm: 'Choose which questions are asked.',
  score: 'Readiness score',
  unknown: 'Too few answers',
  notEnough:
    'There are too few answers to rely on: it takes at least five, or 30 % of everybody, and one from a leader. Gates treat this as too little evidence.',
  capped: (dimension: string) =>
    `The weakest link limits the band: ${dimension} is below 40, whatever the rest.`,
  radar: 'The six dimensions',
  radarText: (parts: string) => `Readiness by dimension: ${parts}`,
  dimension: 'Dimension',
  value: 'Value',
  item: 'Question',
  findings: 'Findings',
  noFindings: 'No findings: views are close together, and hardly anyone answered “don’t know”.',
  gapFinding: (question: string, leaders: string, staff: string) =>
    `Leaders and staff see it differently: “${question}” (leaders ${leaders}, staff ${staff}).`,
  unknownFinding: (question: string, share: string) =>
    `${share} answered “don’t know”: “${question}”.`,
  claimFinding: (question: string, said: string, metric: string, measured: string) =>
    `Said and measured differ: “${question}” says ${said}, ${metric} is ${measured}.`,
  gap: 'Leaders − staff',
  dontKnow: 'Don’t know',
  hidden: 'not shown',
  hiddenText:
    'Staff are shown from four answers on. Questions 11 and 20 are shown by group only where every group has four.',
  claims: 'Said and measured',
  said: 'Said',
  measured: 'Measured',
  nothingMeasured: 'nothing measured yet',
  comments: 'What people added',
  commentsText: 'In random order.',
  low: 'What to do',
  lowText: 'Questions that score 2.5 of 5 or below. Choose what should become work in the rollout.',
  noLow: 'No question scores 2.5 of 5 or below.',
  survey: {
    title: 'Are we ready?',
    intro: (count: string) => `${count} statements; say how far you agree. It takes five minutes.`,
    anonymous:
      'Your answers are kept without your name, the time and anything that leads back to you. That you have answered is known; what you answered is not. Staff are shown from four answers on.',
    inFunction: (group: string, peers: string) =>
      `You answer as one of ${peers} (${group}). Answers of this group are shown even when they are few, so others may guess yours – except for the statements marked as anonymous.`,
    marked: 'anonymous',
    comment: 'Anything to add?',
    commentHint: 'Shown without your name, in random order. Please name nobody.',
    needed: 'Choose an answer, or “Don’t know”.',
    card: 'Are we ready? Five minutes for the rollout',
    told: 'asks you: are we ready? Five minutes for the rollout',
  },
}
