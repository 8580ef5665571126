import { sql } from 'drizzle-orm'
import { announce, readAnnouncements } from '../../flags/announcements/announcements.ts'
import { announcementRegister } from '../../flags/announcements/register.ts'
import { readVoices, say } from '../../flags/feedback/feedback.ts'
import { addEntry } from '../../flags/register/register.ts'
import { teamRegister } from '../../flags/team/register.ts'
import { readCharter, readTeam, signCharter, writeCharter } from '../../flags/team/team.ts'
import type { Scope } from '../scope.ts'

export const hasTeam = async (scope: Scope): Promise<boolean> => (await readTeam(scope)).length > 0

/** A team that lacks an analyst and somebody who speaks for the customers, and its charter. */
export async function callTeam(scope: Scope): Promise<void> {
  const people = await scope.db.execute<{ id: string; name: string }>(sql`
    select id, name from core.users where company_id = ${scope.company.id}`)
  for (const [role, name, hoursPerWeek] of [
    ['sponsor', '沈立冬', 1],
    ['lead', '顾清源', 12],
    ['sales', '许南星', 3],
    ['user', '陈禾', 2],
    ['product', '唐若溪', 6],
  ] as const) {
    const userId = people.find((one) => one.name === name)?.id
    await addEntry(scope, teamRegister, { role, userId, hoursPerWeek })
  }
  await writeCharter(
    scope,
    '（演示）我们要让每位客户都有人跟进，让每次跟进都有记录。\n领导带头用，先试点再推广，用数据说话，不拿系统考核扣钱。',
  )
}

export const isSigned = async (scope: Scope): Promise<boolean> =>
  ((await readCharter(scope))?.signatures.length ?? 0) > 0

export async function signDemoCharter(scope: Scope): Promise<void> {
  const charter = await readCharter(scope)
  if (charter) await signCharter(scope, charter.id)
}

export const hasAnnounced = async (scope: Scope): Promise<boolean> =>
  (await readAnnouncements(scope)).length > 0

export async function announceDemo(scope: Scope): Promise<void> {
  for (const [kind, title, body, signOff] of [
    [
      'idea',
      '为什么要上客户管理系统（演示）',
      '客户是公司的，不是某个人的。记录下来，大家才能接得住。',
      false,
    ],
    [
      'rule',
      '拜访当天录入跟进（演示）',
      '自下周一起，拜访客户当天录入跟进，由各部门负责人签收。',
      true,
    ],
  ] as const) {
    const values = { kind, title, body, signOff, departmentId: null }
    await announce(scope, await addEntry(scope, announcementRegister, values))
  }
}

export const hasVoices = async (scope: Scope): Promise<boolean> =>
  (await readVoices(scope)).length > 0

export async function speakUp(scope: Scope): Promise<void> {
  await say(scope, {
    ...{ kind: 'blocks', module: 'contacts', page: '/contacts/accounts' },
    text: '（演示）筛选“本周要联系”的客户找不到入口。',
  })
}
