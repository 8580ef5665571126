import { attest } from '../../flags/evidence/attestations.ts'
import { metricOf } from '../../flags/evidence/metrics.ts'
import { readCriteria } from '../../flags/gates/criteria.ts'
import { decideGate } from '../../flags/gates/deciding.ts'
import { readProgramme, startProgramme } from '../../flags/plan/programme.ts'
import type { StageCode } from '../../flags/plan/stages.ts'
import { markWorkItem, readStageWork } from '../../flags/plan/work-items.ts'
import { askedOf, questionsVersion } from '../../flags/readiness/questions.ts'
import { kind } from '../../flags/readiness/reading.ts'
import { answerRun, readInvitation } from '../../flags/surveys/answering.ts'
import { closeRun, openRun } from '../../flags/surveys/runs.ts'
import { readMembers } from '../access/members.ts'
import { addWorkingDays } from '../calendar/calendar.ts'
import { readCalendar, today } from '../calendar/reading.ts'
import type { Running } from '../console.ts'
import type { Scope } from '../scope.ts'
import { askAboutChange, askAboutWork, learn, type On } from './surveys.ts'

/** So many working days ago the firm began: it is in its fifth week. */
const begun = 22

export const hasPlan = async (scope: Scope): Promise<boolean> =>
  (await readProgramme(scope)) !== undefined

/** Everything somebody vouches for in the demo says that it is made up. */
const document = '演示用虚构会议纪要'

/**
 * Lives through the first weeks of the rollout on the days on which they were: asked whether it is
 * ready, through two gates, the second by an override, and now getting its data in order.
 */
export async function liveThroughRollout(scope: Scope, running: Running): Promise<void> {
  const people = await readMembers(scope)
  const [admin, sponsor] = ['顾清源', '沈立冬'].map((name) => {
    const found = people.find((person) => person.name === name)
    if (!found) throw new Error(`The demo has no "${name}"; add them to core/demo/firm.ts.`)
    return found.id
  }) as [string, string]
  const calendar = await readCalendar(scope)
  const first = addWorkingDays(calendar, today(scope), -begun)
  const on = (workingDay: number, actor = admin): Scope => {
    const at = new Date(`${addWorkingDays(calendar, first, workingDay)}T02:00:00Z`)
    return { ...scope, actorId: actor, user: { ...scope.user, id: actor }, now: () => at }
  }
  await startProgramme(on(0), { sponsorId: sponsor, leadId: admin, startsOn: first, size: 10 })
  await ask(
    scope,
    on,
    people.map(({ id }) => id),
  )
  await prove(on(4), 'G0')
  await finish(on(4), 'S0', 0)
  await pass(on(5, sponsor), running, 'G0', ready)
  const ids = people.map(({ id }) => id)
  await askAboutChange(on, ids)
  await prove(on(14), 'G1')
  await finish(on(14), 'S1', 1)
  await pass(on(15, sponsor), running, 'G1', overridden, {
    expiresOn: addWorkingDays(calendar, today(scope), 20),
    compensation: '由部门主管暂代推广员，两周内各部门推选（演示用虚构）',
  })
  await learn(on)
  await askAboutWork(on, people, running)
  await finish(on(20), 'S2', 8)
}

const ready = '就绪度问卷、章程和领导课程都已完成，预算（含应急预备金）已批准（演示用虚构）。'

const overridden =
  '目前只有华东组有推广员，其余部门正在推选；按线下签到表，全员培训已达标，系统内的课程随后补学；发起人决定先进入准备阶段，边准备边推选推广员（演示用虚构，原因须满五十个字）。'

/** One round of the questionnaire, answered by everybody on the days after it was opened. */
async function ask(scope: Scope, on: On, people: readonly string[]): Promise<void> {
  const closesOn = addWorkingDays(await readCalendar(scope), today(on(0)), 4)
  await openRun(on(0), { kind, form: 'full', closesOn, questionsVersion })
  for (const [at, person] of people.entries()) {
    const asked = await readInvitation(on(1, person), kind)
    if (!asked) continue
    const answers = askedOf('full', asked.group).map(({ number, dimension }) => {
      const drawn = (at * 7 + number * 3) % 5
      const mood = { leaders: 1, managers: 0, staff: -1 }[asked.group]
      const base = dimension === 'data' ? 2 : 3
      const unknown = number === 13 && drawn > 2
      return [number, unknown ? null : Math.min(5, Math.max(1, base + mood + (drawn > 1 ? 1 : 0)))]
    })
    const comment = at === 6 ? '希望先把重复的客户清理好（演示用虚构）' : ''
    await answerRun(on(1, person), asked.runId, Object.fromEntries(answers), comment)
  }
  const open = await readInvitation(on(3), kind)
  if (open) await closeRun(on(3), open.runId)
}

/** Vouches for what the gate asks for and nothing measures. */
async function prove(scope: Scope, gate: 'G0' | 'G1'): Promise<void> {
  for (const { metric, target, minN, place } of await readCriteria(scope, gate)) {
    if (metricOf(metric)?.read || place === 'departments') continue
    await attest(scope, {
      ...{ metric, departmentId: null, value: target, n: minN, heldOn: today(scope) },
      ...{ validUntil: null, document, statement: '' },
    })
  }
}

async function pass(
  scope: Scope,
  running: Running,
  gate: 'G0' | 'G1',
  reason: string,
  override?: { expiresOn: string; compensation: string },
): Promise<void> {
  const decided = await decideGate(scope, running, {
    ...{ gate, seen: null, outcome: 'go', reason, dissent: '' },
    ...(override ? { override } : {}),
  })
  if (!decided.ok) throw new Error(`The demo does not get through ${gate}: ${decided.why}.`)
}

/** Marks the work of a stage as done, but for the last so many pieces. */
async function finish(scope: Scope, stage: StageCode, open: number): Promise<void> {
  const work = await readStageWork(scope, stage)
  for (const item of work.slice(0, Math.max(0, work.length - open)))
    await markWorkItem(scope, item, 'done', today(scope))
}
