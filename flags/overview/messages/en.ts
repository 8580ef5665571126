import { counted } from '../../../core/i18n/counted.ts'
import type { HealthPart } from '../health.ts'

const parts: Record<HealthPart, string> = {
  people: 'People',
  data: 'Data',
  cost: 'Cost',
  risk: 'Risk',
}

export const en = {
  seen: 'I have seen it',
  seenDone: 'Noted that you have looked at it.',
  seenOn: (day: string) => `You said so last on ${day}.`,
  title: 'Rollout overview',
  parts,
  noPlan: 'There is no plan yet',
  noPlanText:
    'A rollout begins with its plan: who is responsible, seven stages, and what each of them asks for.',
  toPlan: 'Begin the plan',
  print: 'Print for the meeting',
  health: 'Rollout health',
  healthNote: (part: string) => `held down by: ${part}`,
  healthWhy:
    'The lowest of four parts, not their mean: a rollout fails at its weakest point. People: mean of training coverage and adoption. Data: quality index. Cost: 0 at a quarter over plan. Risk: 100 minus four times the largest residual of the open risks.',
  known: (known: string) => `from ${known} of 4 parts`,
  unknown: 'Not known',
  coverage: 'Training coverage',
  adoption: 'Adoption index',
  quality: 'Data quality',
  perAdopter: 'Cost per adopting user and month',
  slip: 'Against the first plan',
  onTime: 'on time',
  late: (days: string) => `${counted(days, 'working day')} late`,
  early: (days: string) => `${counted(days, 'working day')} early`,
  blocked: 'What blocks us',
  free: 'Nothing is in the way of the next gate.',
  blockers: {
    unlawful: (what: string, reading: string) =>
      `${what}: ${reading}. It is a legal or security requirement that nobody can override.`,
    asked: (reading: string, terms: string) => `${reading}; required: ${terms}`,
    isNot: (what: string) => `${what}: required, but not met.`,
    below: {
      up: (what: string, reading: string, floor: string) =>
        `${what} is at ${reading}; at least ${floor} is required.`,
      down: (what: string, reading: string, most: string) =>
        `${what} is at ${reading}; at most ${most} is required.`,
    },
    unknown: (what: string) => `${what}: there is too little evidence to say.`,
    unvouched: (what: string) => `${what}: nobody has vouched for it yet.`,
    noWord: 'nobody has vouched for it yet',
    notYet: 'not yet met',
    late: (items: string) =>
      items === '1' ? 'A piece of work is overdue.' : `${items} pieces of work are overdue.`,
    paused: 'The rollout is paused.',
  },
  risks: 'Top risks',
  noRisks: 'No risk is watched yet.',
  risk: (what: string, isOpen: boolean, weight: string) =>
    `${what} – ${isOpen ? 'has come true' : 'watched'}, ${weight} of 25`,
  more: (count: string) => `and ${count} more`,
  nextGate: (gate: string) => `Next gate: ${gate}`,
  lastGate: 'All gates are passed.',
  toGate: 'To the gate',
  score: 'Score',
  printed: (when: string, who: string) => `As of ${when}; printed by ${who}`,
  stage: (stage: string, state: string) => `${stage}: ${state}`,
}
