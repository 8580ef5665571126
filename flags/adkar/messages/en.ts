import { counted } from '../../../core/i18n/counted.ts'
import type { Element } from '../formula.ts'

const elements: Record<Element, string> = {
  awareness: 'Awareness',
  desire: 'Desire',
  knowledge: 'Knowledge',
  ability: 'Ability',
  reinforcement: 'Reinforcement',
}

const statements: Record<Element, string> = {
  awareness: 'I know why we are changing how we work with customers',
  desire: 'I want to take part in it',
  knowledge: 'I know how to do my work in the new way',
  ability: 'I can really do my daily work in the new way',
  reinforcement: 'When I keep to the new way, it is noticed and supported',
}

const actions: Record<Element, string> = {
  awareness: 'The sponsor tells everybody in person why we change, and what happens if we do not',
  desire: 'Each lead talks with their people about what it brings them, and what worries them',
  knowledge: 'Plan the lessons and the practice that are missing, department by department',
  ability: 'Give time to practise, and sit a champion beside whoever needs one',
  reinforcement: 'Show the first wins, thank people for them, and retire the old ways',
}

export const en = {
  title: 'People and change',
  adkar: 'Change (ADKAR)',
  pulse: 'Pulse',
  rooms: 'Surveys',
  elements,
  statements,
  actions,
  about:
    'ADKAR asks about what a change needs, in this order: knowing why, wanting to, knowing how, being able to, being supported in it. Whoever answers 3 of 5 or less to one of them is held back there; what comes after it does not help until then.',
  none: 'Nobody has been asked yet',
  noneText: 'Open a round: five statements, two minutes, for everybody who can sign in.',
  noneReader: 'Whoever runs the rollout has not opened a round yet.',
  tooFew: 'Fewer than four answered this round; so few are not shown.',
  free: 'Without a barrier',
  freeNote: 'more than 3 of 5 to all five',
  barrier: 'Most are held back by',
  noBarrier: 'nothing',
  barrierNote: (count: string) => counted(count, 'person', 'people'),
  company: 'The whole company',
  mean: 'Mean of 5',
  heldBack: (count: string) => `${count} held back here`,
  first: 'first barrier',
  what: 'What to do',
  whatText:
    'Where awareness or desire is missing, conversations and a word from the leaders help, not another course.',
  whatNone: 'Nobody is held back; nothing needs to be done.',
  because: (element: string, places: string) => `${element}: ${places}`,
  trendLabel: 'People without a barrier, round by round, in percent',
  survey: {
    title: 'How do you feel about the change?',
    intro: 'Five statements; say how far you agree. It takes two minutes.',
    card: 'How do you feel about the change? Two minutes',
    told: 'asks how you feel about the change: two minutes for the rollout',
  },
}
