import { shiftDay } from '../../core/calendar/calendar.ts'
import { today } from '../../core/calendar/reading.ts'
import type { ConsoleJob } from '../../core/console.ts'
import { formatDay } from '../../core/i18n/format.ts'
import type { Module } from '../../core/module.ts'
import type { Scope } from '../../core/scope.ts'
import { readProgramme } from '../plan/programme.ts'
import { readStages } from '../plan/stage-rows.ts'
import type { StageCode } from '../plan/stages.ts'
import { proposeEnd } from '../surveys/opening.ts'
import { openRun, readRuns } from '../surveys/runs.ts'
import { askedAbout, kind, questionsVersion } from './reading.ts'

/** Opens a round for those who have a module to speak of. */
export const openPulse = (
  scope: Scope,
  modules: readonly Module[],
  closesOn: string,
): Promise<void> =>
  openRun(
    scope,
    { kind, form: 'short', closesOn, questionsVersion },
    (member) => askedAbout(scope, modules, member).length > 0,
  )

/** Stages in which people are asked every month: from the pilot until the product is everybody's. */
const asking: readonly StageCode[] = ['S3', 'S4', 'S5']

/** So many days lie between the beginnings of two rounds at least. */
const month = 28

/** How many working days a round that opens by itself stays open. */
const answering = 5

/** Asks every month while modules are tried and widened, unless the rollout is paused. */
export const pulseJob: ConsoleJob = {
  name: 'rollout.pulse',
  cron: '30 1 * * 1-5',
  run: async (scope, _, { registry }) => {
    const programme = await readProgramme(scope)
    if (!programme || programme.pausedAt) return
    const isAsking = (await readStages(scope)).some(
      ({ code, startedOn, endedOn }) => asking.includes(code) && startedOn && !endedOn,
    )
    const [latest] = await readRuns(scope, kind)
    const since = latest && formatDay(scope.company.timeZone, latest.openedAt)
    if (!isAsking || (since && since > shiftDay(today(scope), -month))) return
    await openPulse(scope, registry.modules, await proposeEnd(scope, answering))
  },
}
