import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { newIdAt } from '../../../core/db/id.ts'
import { audit } from '../../../core/records/schema.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import type { Random } from '../../../core/seed/random.ts'
import { handInObject } from '../hand-ins/handing-in.ts'
import { handIns } from '../hand-ins/schema.ts'
import type { Taken } from './learners.ts'

const hour = 3_600_000

/** What people handed in, by course; one of the others where a course has none. */
const works: Readonly<Record<string, Record<'zh-CN' | 'en', string>>> = {
  'C-01': {
    'zh-CN':
      '接电话、送货签收、对账，这三个时候我会碰到客户。最容易出岔子的是送货：仓库换了人，客户不知道找谁签。',
    en: 'I meet customers on the phone, at delivery and when accounts are settled. Delivery goes wrong most: the store has new people, and the customer does not know who signs.',
  },
  'C-03': {
    'zh-CN':
      '补全前缺信用代码和下一步。最近一次联系：3 月 5 日电话，周工说二号线四月底停机，想换新模具。下一步：3 月 8 日前报价。',
    en: 'The credit code and the next step were missing. Last talk: call on 5 March, Mr Zhou says line two stops at the end of April and wants new dies. Next: quote by 8 March.',
  },
  'C-05': {
    'zh-CN':
      '开始：当天写跟进。停止：把客户电话只存在自己手机里。继续：每周五给老客户打一圈电话。卡住了先问陈禾。',
    en: 'Start: note visits the same day. Stop: keeping numbers in my own phone alone. Keep: ringing old customers each Friday. When stuck I ask our champion.',
  },
  'L-01': {
    'zh-CN':
      '承诺：当天回话，三天给方案。不做：不接没有图纸的急单；不为了签单承诺做不到的交期；不让客户把话说第二遍。',
    en: 'Promise: an answer the same day, a proposal within three. Not: rush orders without drawings, dates we cannot keep, customers who have to say it twice.',
  },
  'L-02': {
    'zh-CN': '章程已签。每周一早会前十分钟，我打开看板，点进一位流失风险高的客户，问负责人下一步。',
    en: 'Signed. Each Monday, ten minutes before the meeting, I open one customer at risk and ask what comes next.',
  },
  'T-01': {
    'zh-CN':
      '任务：登记一次来电。目标：三分钟内写清谁、什么事、下一步。练习用真实来电，检查看下一步有没有日期。',
    en: 'Task: log a call. Objective: who, what and next within three minutes. Practised on real calls, checked by whether the next step has a day.',
  },
}

const comment = { 'zh-CN': '写得具体，可以。', en: 'Concrete. Good.' }

/** The work of those who completed a course was accepted by a trainer; that of others waits. */
export async function handInWork(
  scope: Scope,
  random: Random,
  taken: readonly Taken[],
): Promise<void> {
  const [trainer] = await scope.db.execute<{ id: string }>(sql`
    select user_id as id from core.user_roles where company_id = ${scope.company.id}
      and role = 'trainer' order by user_id limit 1`)
  if (!trainer) return
  const { locale } = scope.company
  const rows = taken.flatMap(({ assignmentId, userId, course, at, isDone }) => {
    const lesson = course.content.lessons.find(({ kind }) => kind === 'hand-in')
    const body = works[course.code]?.[locale]
    if (!lesson || !body || userId === trainer.id) return []
    const decidedAt = isDone ? new Date(at.getTime() + (2 + random.below(40)) * hour) : null
    const state = isDone ? ('accepted' as const) : ('waiting' as const)
    return [
      {
        ...{
          id: newIdAt(at),
          assignmentId,
          lesson: lesson.key,
          body,
          createdAt: at,
          updatedAt: at,
        },
        ...{ state, comment: isDone ? comment[locale] : '' },
        ...{ decidedBy: isDone ? trainer.id : null, decidedAt },
      },
    ]
  })
  await insertMany(scope, handIns, rows)
  await insertMany(
    scope,
    audit,
    rows.flatMap(({ id, decidedAt: at, comment }) =>
      at
        ? [
            {
              ...{ id: newIdAt(at), at, actorId: trainer.id, action: 'accepted' },
              ...{ object: handInObject, recordId: id, after: { comment } },
              requestId: randomUUID(),
            },
          ]
        : [],
    ),
  )
}
