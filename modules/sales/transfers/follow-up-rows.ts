import { sql } from 'drizzle-orm'
import { may } from '../../../core/access/person.ts'
import type { Scope } from '../../../core/scope.ts'
import { rejected } from '../../../core/transfer/book/book.ts'
import { bookText } from '../../../core/transfer/book/messages.ts'
import { originsAmong } from '../../../core/transfer/book/origin.ts'
import { readPlaces } from '../../../core/transfer/book/place.ts'
import type { Mode, Outcome } from '../../../core/transfer/transfer.ts'
import { momentAt } from '../../../core/values/moment.ts'
import { activities, type logActivities } from '../../contacts/public.ts'
import { followUpText } from '../follow-ups/messages.ts'
import { assignDeals } from '../rights.ts'
import type { FollowUpCells } from './follow-up-columns.ts'
import { readFollowed } from './followed.ts'

type Logged = Parameters<typeof logActivities>[2][number]

/**
 * What becomes of rows of follow-ups: each is new, or known from its record, its second, how it was
 * done and what it says. A file never changes one that is there.
 */
export async function enterFollowUps(
  scope: Scope,
  rows: readonly FollowUpCells[],
  mode: Mode,
): Promise<{ logged: Logged[]; outcomes: Outcome[] }> {
  const [followedOf, personOf] = [await readFollowed(scope, rows), await readPeople(scope)]
  const t = followUpText(scope.locale)
  const told = rows.map((row): Logged | string => {
    const about = followedOf(row)
    if (typeof about === 'string') return about
    const who = personOf(row.owner)
    if (typeof who === 'string') return who
    const happenedAt = momentAt(row.happenedAt, scope.company.timeZone)
    if (happenedAt > scope.now()) return t.future
    const where = { place: row.place ?? '', latitude: null, longitude: null }
    return { ...about, ...who, kind: row.kind ?? 'other', body: row.text, happenedAt, where }
  })
  const known = await readKnown(
    scope,
    told.filter((one) => typeof one !== 'string'),
  )
  const logged: Logged[] = []
  const outcomes = told.map((one): Outcome => {
    if (typeof one === 'string') return rejected(one)
    const key = keyOf(one)
    if (known.has(key)) return { kind: 'skipped' }
    if (mode === 'update') return rejected(bookText(scope.locale).nothingToUpdate(one.body))
    known.add(key)
    logged.push(one)
    return { kind: 'created' }
  })
  return { logged, outcomes }
}

/** Who did it: a colleague, also one who has left; whoever imports, where a row does not say. */
async function readPeople(scope: Scope) {
  const t = bookText(scope.locale)
  const { colleagues } = await readPlaces(scope)
  const originOf = originsAmong(scope, colleagues)
  const mayNameOthers = may(scope.user, assignDeals)
  return (owner: string | undefined): Pick<Logged, 'ownerId' | 'departmentId'> | string => {
    const { id: me, departmentId } = scope.user
    if (!owner) return { ownerId: me, departmentId }
    const id = originOf({ createdBy: owner }).author?.id
    const colleague = colleagues.find((one) => one.id === id)
    if (!colleague) return t.unknownOwner(owner)
    if (colleague.id !== me && !mayNameOthers) return t.mayNotAssign
    return { ownerId: colleague.id, departmentId: colleague.departmentId }
  }
}

type Known = Pick<Logged, 'recordId' | 'kind' | 'body' | 'happenedAt'>

const keyOf = ({ recordId, kind, body, happenedAt }: Known): string =>
  JSON.stringify([recordId, kind, body, Math.floor(happenedAt.getTime() / 1_000)])

/** What is known already of the records that rows are about, within the time they tell of. */
async function readKnown(scope: Scope, told: readonly Logged[]): Promise<Set<string>> {
  const times = told.map(({ happenedAt }) => happenedAt.getTime())
  if (times.length === 0) return new Set()
  const at = (time: number) => new Date(time).toISOString()
  const rows = await scope.db.execute<Known>(sql`
    select ${activities.recordId} as "recordId", ${activities.kind}, ${activities.body},
      ${activities.happenedAt} as "happenedAt"
    from ${activities} where ${activities.companyId} = ${scope.company.id}
      and ${activities.object} = any(${sql.param([...new Set(told.map(({ object }) => object))])}::text[])
      and ${activities.recordId} = any(${sql.param([...new Set(told.map(({ recordId }) => recordId))])}::uuid[])
      and ${activities.happenedAt} >= ${at(Math.min(...times))}
      and ${activities.happenedAt} < ${at(Math.max(...times) + 1_000)}
      and ${activities.archivedAt} is null`)
  return new Set(rows.map(keyOf))
}
