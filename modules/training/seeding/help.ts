import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { newIdAt } from '../../../core/db/id.ts'
import { audit } from '../../../core/records/schema.ts'
import type { Scope } from '../../../core/scope.ts'
import { insertMany } from '../../../core/seed/insert.ts'
import { reviewDays } from '../curriculum/installing.ts'
import { requestObject } from '../help/asking.ts'
import { helpRequests, type TopicInput } from '../help/schema.ts'
import { readOwnTopics } from '../help/topics.ts'
import { writeTopic } from '../help/writing.ts'

const hour = 3_600_000

const ownHelp: Omit<TopicInput, 'reviewDueOn'> = {
  ...{ place: '/contacts/accounts/*', field: null },
  titles: { 'zh-CN': '我们公司的客户分级', en: 'How we grade customers' },
  bodies: {
    'zh-CN': '年采购额 50 万以上为 A 级，10 万以上为 B 级，其余为 C 级。',
    en: 'A: buys for more than 500,000 a year; B: for more than 100,000; C: all others.',
  },
}

/** What people asked, how many hours ago, and what they were told; one waits for its answer. */
const asked = [
  {
    ...{ ago: 2, path: '/contacts/accounts', answer: { 'zh-CN': '', en: '' } },
    question: {
      'zh-CN': '客户转给同事以后，我还能看到以前的跟进吗？',
      en: 'When a customer goes to a colleague, do I still see what I noted before?',
    },
  },
  {
    ...{ ago: 75, path: '/contacts/accounts/new' },
    question: {
      'zh-CN': '新建时提示“相似客户”，可那家是分公司，还要建吗？',
      en: 'It shows a similar customer, but mine is a branch. Do I add it?',
    },
    answer: {
      'zh-CN': '要建。分公司单独开票就单独建，在“关系”里连到总公司。',
      en: 'Yes. A branch with invoices of its own is one of its own; tie it to its head office under Relations.',
    },
  },
  {
    ...{ ago: 220, path: '/training' },
    question: {
      'zh-CN': '小测没过，什么时候可以再答？',
      en: 'I failed the quiz. When can I try again?',
    },
    answer: {
      'zh-CN': '第一次没过可以马上再答；第二次没过，隔十二小时。',
      en: 'After the first time at once; after the second, twelve hours later.',
    },
  },
]

/** A help text of the company's own, and questions to its champions and trainers; once. */
export async function writeHelp(scope: Scope): Promise<void> {
  if ((await readOwnTopics(scope)).length > 0) return
  const reviewDueOn = shiftDay(today(scope), reviewDays)
  await writeTopic(scope, { ...ownHelp, reviewDueOn }, null)
  const { locale } = scope.company
  const [who] = await scope.db.execute<{ asker: string; home: string; trainer: string | null }>(sql`
    select u.id as asker, u.department_id as home, (select r.user_id from core.user_roles r
      where r.company_id = u.company_id and r.role = 'trainer' order by r.user_id limit 1) as trainer
    from core.users u
    join core.user_roles m on m.company_id = u.company_id and m.user_id = u.id and m.role = 'member'
    where u.company_id = ${scope.company.id} and u.department_id is not null
      and u.disabled_at is null
    order by u.champion_since is not null, u.id limit 1`)
  if (!who) return
  const rows = asked.map(({ ago, path, question, answer }) => {
    const at = new Date(scope.now().getTime() - ago * hour)
    const said = who.trainer ? answer[locale] : ''
    return {
      ...{ id: newIdAt(at), askedBy: who.asker, departmentId: who.home, path, createdAt: at },
      ...{ question: question[locale], answer: said, answeredBy: said ? who.trainer : null },
      answeredAt: said ? new Date(at.getTime() + 3 * hour) : null,
    }
  })
  await insertMany(scope, helpRequests, rows)
  await insertMany(
    scope,
    audit,
    rows.flatMap(({ id, answer, answeredBy: actorId, answeredAt: at }) =>
      at
        ? [
            {
              ...{ id: newIdAt(at), at, actorId, action: 'answered', object: requestObject },
              ...{ recordId: id, after: { answer }, requestId: randomUUID() },
            },
          ]
        : [],
    ),
  )
}
