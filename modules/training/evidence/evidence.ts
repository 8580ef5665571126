import type { Evidence, Reading } from '../../../core/evidence/declared.ts'
import type { Scope } from '../../../core/scope.ts'
import { fewestShown } from './fewest.ts'
import { coverage, firstTimePass, learningGain, leastCoverage } from './formula.ts'
import { countQuestions, readFirstTries, readGain, readLearners } from './reading.ts'
import { readToursEffect } from './tours.ts'

const insufficient: Reading = { state: 'insufficient' }

const percent = (share: number | undefined, n: number, parts?: Reading['parts']): Reading =>
  share === undefined
    ? { ...insufficient, n }
    : { state: 'ok', value: 100 * share, n, ...(parts ? { parts } : {}) }

/** The figures by which gates judge training (7.1). */
export const evidence: readonly Evidence<'training'>[] = [
  {
    code: 'training.coverage',
    read: async (scope, { department }) => {
      const all = await readLearners(scope)
      const own = department ? all.filter((one) => one.departmentId === department) : all
      const held = own.filter(({ mandatory }) => mandatory.length > 0)
      if (department && held.length > 0 && held.length < fewestShown) return { state: 'suppressed' }
      const least = department ? undefined : leastCoverage(held)
      const parts = least === undefined ? undefined : { least: 100 * least }
      return percent(coverage(held), held.length, parts)
    },
  },
  { code: 'training.leaders', read: leaders },
  {
    code: 'training.trainer',
    read: async (scope) => {
      const trainers = (await readLearners(scope)).filter(({ roles }) => roles.includes('trainer'))
      if (trainers.length === 0) return insufficient
      const certified = trainers.some(({ valid }) => valid.includes('T-01'))
      return { state: 'ok', value: certified ? 100 : 0, n: trainers.length }
    },
  },
  {
    code: 'training.first-time',
    read: async (scope, { department }) => {
      const { took, passed } = await readFirstTries(scope, department)
      return percent(firstTimePass(passed, took), took)
    },
  },
  {
    // The rollout adds up what its modules call help-requests: it is part of the help load.
    code: 'training.help-requests',
    read: async (scope, { department }) => {
      const count = await countQuestions(scope, department)
      return { state: 'ok', value: count, n: count }
    },
  },
  {
    code: 'training.tour-effect',
    read: (scope, _, registry) => readToursEffect(scope, registry),
  },
  {
    code: 'training.gain',
    read: async (scope) => {
      const { people, before, after } = await readGain(scope)
      if (people < fewestShown || before === null || after === null)
        return { ...insufficient, n: people }
      return percent(learningGain(before, after), people, { before, after })
    },
  },
]

const leaderCourses = ['L-01', 'L-02', 'L-03']

/** Sponsors and leads who have completed the leaders' courses (gate G0). */
async function leaders(scope: Scope): Promise<Reading> {
  const all = (await readLearners(scope)).filter(
    ({ roles }) => roles.includes('sponsor') || roles.includes('lead'),
  )
  if (all.length === 0) return insufficient
  const done = all.filter(({ valid }) => leaderCourses.every((code) => valid.includes(code)))
  return percent(done.length / all.length, all.length)
}
