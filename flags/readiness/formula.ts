import { weightedMean } from '../../core/values/mean.ts'
import type { Response } from '../surveys/answering.ts'
import { fewestShown } from '../surveys/answering.ts'
import { type Group, groups } from '../surveys/schema.ts'
import { type Dimension, dimensions, type Question, questions } from './questions.ts'

/** What each dimension weighs (rollout-and-training 7.6). */
export const weights: Readonly<Record<Dimension, number>> = {
  leadership: 0.25,
  people: 0.2,
  data: 0.2,
  budget: 0.15,
  technology: 0.1,
  culture: 0.1,
}

export type Band = 'notReady' | 'prepare' | 'pilotReady' | 'scaleReady'

/** Below this a dimension is a weakest link: however good the rest, there is something to prepare. */
const weakest = 40

export type Values = Readonly<Record<Dimension, number | null>>

/** The readiness score, 0 to 100, over the dimensions that are known; null when none is. */
export const scoreOf = (values: Values): number | null =>
  weightedMean(
    dimensions.flatMap((dimension) => {
      const value = values[dimension]
      return value === null ? [] : [{ weight: weights[dimension], value }]
    }),
  )

/** The band of a score, and the dimension that holds it down, if one does. */
export function bandOf(values: Values): { band: Band; cappedBy?: Dimension } | null {
  const score = scoreOf(values)
  if (score === null) return null
  if (score < 40) return { band: 'notReady' }
  if (score < 60) return { band: 'prepare' }
  const link = dimensions
    .filter((one) => (values[one] ?? 100) < weakest)
    .sort((one, other) => (values[one] ?? 0) - (values[other] ?? 0))[0]
  if (link) return { band: 'prepare', cappedBy: link }
  return { band: score < 75 ? 'pilotReady' : 'scaleReady' }
}

/** An answer from 1 to 5 as an index from 0 to 100. */
export const indexOf = (answer: number): number => ((answer - 1) / 4) * 100

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

export type Item = {
  question: Question
  /** From 0 to 100, the mean of the groups' means; null when nobody answered. */
  value: number | null
  n: number
  /** Share of “don’t know”, 0 to 1; null when nobody was asked. */
  dontKnow: number | null
  /** By group; left out where a group may not be shown. */
  byGroup: Partial<Record<Group, number>>
  /** Points by which leaders are above staff; null where one of them is not shown. */
  gap: number | null
}

/** Fewer staff than may be shown are counted with the managers, and those with everybody. */
function fold(responses: readonly Response[]): readonly Response[] {
  const count = (group: Group) => responses.filter((one) => one.group === group).length
  if (count('staff') === 0 || count('staff') >= fewestShown) return responses
  const into = count('staff') + count('managers') >= fewestShown ? ['managers'] : groups
  return responses.map((one) => (into.includes(one.group) ? { ...one, group: 'staff' } : one))
}

const valuesOf = (responses: readonly Response[], { number }: Question, group: Group): number[] =>
  responses
    .filter((one) => one.group === group)
    .flatMap(({ answers }) => answers[number] ?? [])
    .map(indexOf)

function itemOf(responses: readonly Response[], question: Question): Item {
  const said = responses.filter(({ answers }) => Object.hasOwn(answers, question.number))
  const unknown = said.filter(({ answers }) => answers[question.number] === null).length
  const all = groups.map((group) => ({ group, values: valuesOf(responses, question, group) }))
  const answered = all.filter(({ values }) => values.length > 0)
  const means = answered.flatMap(({ values }) => mean(values) ?? [])
  const few = answered.some(({ values }) => values.length < fewestShown)
  const byGroup: Partial<Record<Group, number>> = {}
  if (!(question.isAnonymous && few))
    for (const { group, values } of answered) {
      const value = mean(values)
      // Leaders and managers answer in their function, and are told so; staff never stand alone.
      if (value !== null && (group !== 'staff' || values.length >= fewestShown))
        byGroup[group] = value
    }
  const { leaders, staff } = byGroup
  return {
    question,
    value: mean(means),
    n: said.length - unknown,
    dontKnow: said.length === 0 ? null : unknown / said.length,
    byGroup,
    gap: leaders === undefined || staff === undefined ? null : leaders - staff,
  }
}

/** Dimension by dimension: first the mean of each group's answers, then the mean of the groups. */
function dimensionOf(responses: readonly Response[], dimension: Dimension): number | null {
  const own = questions.filter((question) => question.dimension === dimension)
  const byGroup = groups.flatMap((group) => {
    const items = own.flatMap((question) => mean(valuesOf(responses, question, group)) ?? [])
    return mean(items) ?? []
  })
  return mean(byGroup)
}

export type Readiness = {
  n: number
  values: Values
  score: number | null
  band: ReturnType<typeof bandOf>
  items: Item[]
}

/** All that a round says. So few answers that they would tell of people say nothing. */
export function readinessOf(given: readonly Response[]): Readiness {
  const responses = given.length < fewestShown ? [] : fold(given)
  const values = Object.fromEntries(
    dimensions.map((dimension) => [dimension, dimensionOf(responses, dimension)]),
  ) as Values
  return {
    ...{ n: given.length, values, score: scoreOf(values), band: bandOf(values) },
    items: questions.map((question) => itemOf(responses, question)),
  }
}

/** At least five answers, or 30 % of everybody asked, and one of a leader; all in a firm of fewer. */
export function isEnough(invited: number, answers: readonly Response[]): boolean {
  const least = Math.min(invited, Math.max(5, Math.ceil(invited * 0.3)))
  return answers.length >= least && answers.some(({ group }) => group === 'leaders')
}

/** From where on an item is a finding (7.6). */
export const findingAt = { gap: 25, dontKnow: 0.25, claim: 20, low: 2.5 } as const

/** Items that ask for something to be done: at 2.5 of 5 and below. */
export const isLow = ({ value }: Item): boolean => value !== null && value <= indexOf(findingAt.low)
