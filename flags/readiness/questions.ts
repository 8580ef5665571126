import type { Group } from '../surveys/schema.ts'

export const dimensions = [
  'leadership',
  'budget',
  'people',
  'technology',
  'data',
  'culture',
] as const
export type Dimension = (typeof dimensions)[number]

export type QuestionNumber =
  | 1
  | 2
  | 3
  | 4
  | 5
  | 6
  | 7
  | 8
  | 9
  | 10
  | 11
  | 12
  | 13
  | 14
  | 15
  | 16
  | 17
  | 18
  | 19
  | 20

export type Question = {
  number: QuestionNumber
  dimension: Dimension
  groups: readonly Group[]
  /** The figure that stands beside what people say. */
  evidence?: string
  /** Shown by group only where each has four answers. */
  isAnonymous?: true
}

/** Raised when a question changes; rounds keep the version they asked. */
export const questionsVersion = 1

const everybody: readonly Group[] = ['leaders', 'managers', 'staff']
const above: readonly Group[] = ['leaders', 'managers']
const below: readonly Group[] = ['managers', 'staff']

/** The questionnaire, a check-list for a firm's own use; what each asks stands in the messages. */
export const questions: readonly Question[] = [
  { number: 1, dimension: 'leadership', groups: everybody },
  { number: 2, dimension: 'leadership', groups: everybody, evidence: 'people.named' },
  { number: 3, dimension: 'leadership', groups: above },
  { number: 4, dimension: 'leadership', groups: above, evidence: 'gates.locked' },
  { number: 5, dimension: 'budget', groups: above },
  { number: 6, dimension: 'budget', groups: above, evidence: 'cost.budget' },
  { number: 7, dimension: 'budget', groups: below },
  { number: 8, dimension: 'people', groups: above, evidence: 'training.trainer' },
  { number: 9, dimension: 'people', groups: below },
  { number: 10, dimension: 'people', groups: below, evidence: 'people.champions' },
  { number: 11, dimension: 'people', groups: everybody, isAnonymous: true },
  { number: 12, dimension: 'technology', groups: below },
  { number: 13, dimension: 'technology', groups: above },
  { number: 14, dimension: 'technology', groups: above, evidence: 'security.restore' },
  { number: 15, dimension: 'data', groups: everybody, evidence: 'data.quality' },
  { number: 16, dimension: 'data', groups: below, evidence: 'data.quality' },
  { number: 17, dimension: 'data', groups: below, evidence: 'data.quality' },
  { number: 18, dimension: 'data', groups: above, evidence: 'privacy.completeness' },
  { number: 19, dimension: 'culture', groups: below },
  { number: 20, dimension: 'culture', groups: below, isAnonymous: true },
]

/** The field of a form that holds what somebody says to a question. */
export const fieldOf = ({ number }: Question): string => `q${number}`

/** Of each dimension the questions that are asked every quarter. */
const short: readonly QuestionNumber[] = [2, 5, 8, 11, 14, 16, 19, 20]

/** What a form of the questionnaire asks somebody of a group. */
export const askedOf = (form: 'full' | 'short', group: Group): Question[] =>
  questions.filter(
    ({ number, groups }) => groups.includes(group) && (form === 'full' || short.includes(number)),
  )
