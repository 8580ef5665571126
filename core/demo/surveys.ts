import { sql } from 'drizzle-orm'
import { elements } from '../../flags/adkar/formula.ts'
import * as adkar from '../../flags/adkar/reading.ts'
import { sayElsewhere } from '../../flags/adoption/elsewhere.ts'
import { makeWorkOf } from '../../flags/lessons/lessons.ts'
import { lessonRegister } from '../../flags/lessons/register.ts'
import { items, keyOf } from '../../flags/pulse/formula.ts'
import { openPulse } from '../../flags/pulse/opening.ts'
import * as pulse from '../../flags/pulse/reading.ts'
import { addEntry } from '../../flags/register/register.ts'
import { answerRun, readInvitation } from '../../flags/surveys/answering.ts'
import { closeRun, openRun } from '../../flags/surveys/runs.ts'
import { absences } from '../absences/schema.ts'
import type { Member } from '../access/members.ts'
import { shiftDay } from '../calendar/calendar.ts'
import { today } from '../calendar/reading.ts'
import type { Running } from '../console.ts'
import { newId } from '../db/id.ts'
import type { Scope } from '../scope.ts'
import { insertMany } from '../seed/insert.ts'

/** The company so many working days after its rollout began, as somebody of it. */
export type On = (workingDay: number, actor?: string) => Scope

/** Lets everybody answer the round that is open, and closes it. */
async function answer(
  on: On,
  people: readonly string[],
  kind: string,
  day: number,
  draw: (at: number) => Record<string, number>,
): Promise<void> {
  let run = ''
  for (const [at, person] of people.entries()) {
    const asked = await readInvitation(on(day, person), kind)
    if (asked) await answerRun(on(day, person), asked.runId, draw(at), '')
    run = asked?.runId ?? run
  }
  await closeRun(on(day), run)
}

/** What people say of the change while everybody is taught: most know why, some do not want to yet. */
export async function askAboutChange(on: On, people: readonly string[]): Promise<void> {
  const closesOn = shiftDay(today(on(8)), 7)
  const { kind, questionsVersion } = adkar
  await openRun(on(8), { kind, form: 'full', closesOn, questionsVersion })
  await answer(on, people, kind, 10, (at) => {
    const held = [5, 1, 5, 2, 1, 3, 5, 2, 1, 5, 3, 2][at % 12] ?? 5
    return Object.fromEntries(elements.map((one, place) => [one, place < held ? 4 : 2]))
  })
}

/** How the first who have a module find it, and what they still keep in tables of their own. */
export async function askAboutWork(
  on: On,
  people: readonly Member[],
  { registry }: Running,
): Promise<void> {
  const users = people.filter((one) => pulse.askedAbout(on(16), registry.modules, one).length > 0)
  const ids = users.map(({ id }) => id)
  await openPulse(on(16), registry.modules, shiftDay(today(on(16)), 7))
  await answer(on, ids, pulse.kind, 18, (at) => {
    const asked = ['contacts'].flatMap((module) => items.map((item) => keyOf(module, item)))
    return Object.fromEntries(asked.map((key, place) => [key, 3 + ((at + place) % 3)]))
  })
  for (const [at, person] of ids.entries())
    for (const day of [6, 11, 16])
      await sayElsewhere(
        on(day, person),
        (['some', 'none', 'none', 'most'] as const)[(at + day) % 4] ?? 'some',
      )
}

/** Who is away these weeks, and what the first stages taught. */
export async function learn(on: On): Promise<void> {
  const scope = on(15)
  const [away] = await scope.db.execute<{ id: string }>(sql`
    select id from core.users where company_id = ${scope.company.id} and name = '何雨桐'`)
  const day = today(on(20))
  if (away)
    await insertMany(scope, absences, [
      { id: newId(), userId: away.id, fromDay: day, toDay: shiftDay(day, 4) },
    ])
  for (const [stage, kind, text] of [
    ['S0', 'well', '发起人亲自讲了为什么要做，大家都来了（演示用虚构）'],
    ['S0', 'badly', '旧表格收得太晚，第一次体检只看到一半数据（演示用虚构）'],
    ['S1', 'well', '推广员坐在旁边带，比集中讲课有效（演示用虚构）'],
    ['S1', 'change', '以后每个阶段开始前两周就收齐旧表格（演示用虚构）'],
  ] as const) {
    const id = await addEntry(scope, lessonRegister, { stage, kind, text, ownerId: null })
    await makeWorkOf(scope, id)
  }
}
