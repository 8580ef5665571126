import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { openModule } from '../../flags/audience.ts'
import { latestChange } from '../../flags/change.ts'
import { root } from '../root.ts'
import type { Scope } from '../scope.ts'
import type { DemoFile } from './files.ts'
import { people } from './firm.ts'
import { idOf } from './staff.ts'

const module = { id: 'service' }

/** Whether the third module has been opened; from then on it is for people to go on with. */
export const serves = async (scope: Scope): Promise<boolean> =>
  (await latestChange(scope, module.id)) !== null

/**
 * Opens the third module for those who answer customers, who may look at customers from then on, and
 * for who sets up mailboxes and promises for them.
 */
export async function beginServing(scope: Scope): Promise<void> {
  const at = new Date(scope.now().getTime() - 4 * 86_400_000)
  const then = { ...scope, now: () => at }
  const of = async (key: string, variant: 'read' | 'write') => {
    const department = await idOf(scope, key)
    return { kind: 'department', department, variant } as const
  }
  const settingUp = { kind: 'person', person: await firstOf(scope) } as const
  const looking = [
    await of('sales', 'write'),
    await of('service', 'read'),
    { ...settingUp, variant: 'read' as const },
  ]
  await openModule(then, { id: 'contacts' }, looking, '客服部要查看客户资料，只读')
  const answering = [await of('service', 'write'), { ...settingUp, variant: 'write' as const }]
  await openModule(then, module, answering, '客服部先把来电和邮件记成工单')
}

/** Whoever administers the firm. */
async function firstOf({ db, company }: Scope): Promise<string> {
  const [admin] = await db.execute<{ id: string }>(sql`
    select id from core.users where company_id = ${company.id} and name = ${people[0].name}`)
  return admin?.id ?? ''
}

/** So many tickets show what there is to see. */
const most = 150

/**
 * The first of the support tickets as published; who asks in them is invented by their maker. Their
 * types stay unread: the firm tells tickets apart by categories of its own.
 */
export async function readTickets(): Promise<DemoFile> {
  const name = 'customer_support_tickets.csv'
  const whole = await readFile(join(root, 'test/data/support-tickets', name), 'utf8')
  const [headers = '', ...lines] = whole.split('\n').slice(0, most + 1)
  const unread = headers.replace('Ticket_Type', 'Their own type')
  return { name, content: Buffer.from([unread, ...lines].join('\n')) }
}
