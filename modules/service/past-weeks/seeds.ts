import { sql } from 'drizzle-orm'
import { addWorkingDays } from '../../../core/calendar/calendar.ts'
import { readCalendar, today } from '../../../core/calendar/reading.ts'
import { newId } from '../../../core/db/id.ts'
import { compactTallies } from '../../../core/lists/totals.ts'
import type { Seed } from '../../../core/module.ts'
import { takeNumbers } from '../../../core/numbering/numbers.ts'
import type { Scope } from '../../../core/scope.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { keepClocks } from '../clocks/keeping.ts'
import { foundCategories, foundStates } from '../states/founding.ts'
import { firstOf, readCategories, readStates } from '../states/reading.ts'
import { ticketNumbers } from '../tickets/kind.ts'
import { tallies, tickets } from '../tickets/schema.ts'
import { insertMade, standingAfter } from '../tickets/seed-rows.ts'
import { ticketColumns } from '../tickets/ticket-record.ts'
import { seedBeside } from './beside.ts'
import { type Case, cases, type When } from './cases.ts'
import { pastWeekText } from './messages.ts'

/**
 * Makes two weeks of a desk at work, up to yesterday: answered in time and not, solved, rated, two
 * complaints looked into and one not, and customers who asked about their data.
 */
export const pastWeekSeed: Seed = {
  key: 'past-tickets',
  make: async (scope, count) => {
    await Promise.all([foundStates(scope), foundCategories(scope)])
    const [momentOf, states, categories, answerers, numbers] = await Promise.all([
      readMoments(scope),
      readStates(scope),
      readCategories(scope),
      readAnswerers(scope),
      takeNumbers(scope, ticketNumbers, count),
    ])
    const rows = numbers.map((number, at) => {
      const one = cases[at % cases.length] as Case
      const [opened, answered] = [momentOf(one.opened), momentOf(one.answered)]
      const way = [
        { state: firstOf(states, 'new'), at: opened },
        { state: firstOf(states, 'open'), at: answered },
        ...(one.solved ? [{ state: firstOf(states, 'solved'), at: momentOf(one.solved) }] : []),
      ]
      const last = firstOf(states, one.solved ? 'solved' : 'open')
      return {
        ...{ one, way, id: newId(), createdAt: opened, updatedAt: way.at(-1)?.at ?? opened },
        ...wordsOf(scope, one, number),
        ...{ stateId: last.id, stateType: last.type },
        categoryId: categories.find(({ key }) => key === one.category)?.id ?? null,
        ...standingAfter(way, answered, opened),
        ...(answerers[at % answerers.length] ?? { ownerId: null, departmentId: null }),
      }
    })
    await insertMade(
      scope,
      rows.map(({ one: _, ...row }) => row),
    )
    await keepClocks(
      scope,
      rows.map(({ id }) => id),
    )
    await seedBeside(scope, rows.slice(0, cases.length))
    await compactTallies(scope, tallies)
  },
}

/** When something was, by working days before today. */
async function readMoments(scope: Scope): Promise<(when: When) => Date> {
  const calendar = await readCalendar(scope)
  const day = today(scope)
  return ([ago, wall]) =>
    momentAt(`${addWorkingDays(calendar, day, -ago)} ${wall}:00`, scope.company.timeZone)
}

/** The two who have most to answer. */
const readAnswerers = ({ db, company }: Scope) =>
  db.execute<{ ownerId: string; departmentId: string | null }>(sql`
    select owner_id as "ownerId", department_id as "departmentId" from ${tickets}
    where company_id = ${company.id} and owner_id is not null and archived_at is null
    group by 1, 2 order by count(*) desc, 1 limit 2`)

/** What was said, and what it is found by. */
function wordsOf(scope: Scope, { key, type, priority, channel }: Case, number: string) {
  const t = pastWeekText(scope.company.locale)
  const { subject, who } = t.said[key]
  const values = { name: subject, type, priority, channel, number, product: null, reference: null }
  return {
    ...ticketColumns(scope, { ...values, fromName: who, fromAddress: '' }),
    ...{ asked: `${subject}${t.madeUp}`, answer: t.answer },
  }
}
