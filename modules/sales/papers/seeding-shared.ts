import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newId, newIdAt } from '../../../core/db/id.ts'
import { timeline } from '../../../core/records/schema.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Petition } from '../approval/asking.ts'
import { approvals } from '../approval/schema.ts'

export const goods = ['齿轮箱', '传感器', '控制柜', '伺服电机', '工业相机', '安装调试', '年度维保']

/** Stands where people read it, since no customer ever had such a paper. */
export const madeUp = '（演示用虚构）'

export type SeedAccount = {
  id: string
  name: string
  creditCode: string | null
  ownerId: string | null
  departmentId: string | null
}

/** Accounts that papers can be made for; those that somebody looks after come first. */
export const someAccounts = ({ db, company }: Scope): Promise<SeedAccount[]> =>
  db.execute<SeedAccount>(sql`
    select id, name, credit_code as "creditCode", owner_id as "ownerId",
      department_id as "departmentId"
    from contacts.accounts where company_id = ${company.id} and archived_at is null
    order by owner_id is null, id limit 500`)

/** The day so many days after today, before it when negative. */
export const dayFromNow = (scope: Scope, days: number): string => shiftDay(today(scope), days)

/** A line of a paper's timeline on a day that is over. */
export type SeedLine = { deed: string; day: string; data?: Record<string, unknown> }

/** Tells the past of a paper in its timeline. */
export const tellPast = (
  scope: Scope,
  object: string,
  recordId: string,
  actorId: string | null,
  lines: readonly SeedLine[],
): Promise<void> =>
  insertMany(
    scope,
    timeline,
    lines.map(({ deed, day, data = {} }, at) => {
      const then = new Date(Date.parse(`${day}T02:00:00Z`) + at * 60_000)
      return {
        ...{ id: newIdAt(then), at: then, object, recordId, actorId, data },
        kind: `${object}.${deed}`,
      }
    }),
  )

/** Asks for approval: in the owner's name, or in somebody's where there is none. */
export async function seedApproval(
  scope: Scope,
  ownerId: string | null,
  petition: Petition,
): Promise<void> {
  const { db, company } = scope
  const [somebody] = await db.execute<{ id: string }>(sql`
    select id from core.users where company_id = ${company.id} order by id limit 1`)
  const askedBy = ownerId ?? somebody?.id
  if (!askedBy) return
  const steps = [{ approverId: null }]
  await insertMany(scope, approvals, [{ id: newId(), askedBy, steps, ...petition }])
}
