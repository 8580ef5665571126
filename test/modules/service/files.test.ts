import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeded } from '../../../core/seed/random.ts'
import { beginImport } from '../../../core/transfer/course.ts'
import { findImport, importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import type { Mode } from '../../../core/transfer/transfer.ts'
import { addUsualPolicies } from '../../../modules/service/policies/policies.ts'
import { addListed, saveListed } from '../../../modules/service/states/changing.ts'
import { readStates } from '../../../modules/service/states/reading.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import { ticketSeed } from '../../../modules/service/tickets/seeds.ts'
import type { TicketRow } from '../../../modules/service/transfers/ticket-columns.ts'
import { rehearseTickets, writeTickets } from '../../../modules/service/transfers/tickets.ts'
import type { Office } from '../../setup/office.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice({ locale: 'zh-CN' })
  await office.inScope('amy', async (scope) => {
    await addUsualPolicies(scope)
    await ticketSeed.make(scope, 60, seeded(3))
  })
})
afterAll(() => office?.close())

/** Brings a file in as amy. @returns what it came to */
async function bring(file: Buffer) {
  const { registry } = office.app.product
  const id = await office.inScope('amy', async (scope) => {
    const taken = await takeFile(scope, importKind(registry, scope, 'tickets'), 'out.csv', file)
    await beginImport(scope, taken)
    return taken
  })
  await runImport(office.app.product, office.company, office.people.amy, id, 'test')
  const { created, updated, skipped, rejected } = await office.inScope('amy', (scope) =>
    findImport(scope, id),
  )
  return { created, updated, skipped, rejected }
}

const exported = async () =>
  Buffer.from(await (await office.as('amy').post('/export/tickets', {})).arrayBuffer())

/** All that is stored of tickets and whom they are for. */
const stored = () =>
  office.inScope('amy', async ({ db }) => {
    const [row] = await db.execute<{ all: string; tickets: number }>(sql`
      select count(*)::int as tickets, md5(string_agg(t::text, '' order by t.id)) || (
          select count(*) from contacts.people) || (select count(*) from service.messages) as all
      from service.tickets t`)
    return row
  })

test('tickets that go out as a file and come in again are the same tickets, and nobody is made', async () => {
  const { registry } = office.app.product
  await office.inScope('sun', async (scope) => {
    // Answered to the millisecond, for somebody who is no contact, in a state that nobody uses any more.
    const { id } = await openTicket(scope, registry, {
      ...{ subject: '=开机后黑屏', channel: 'mail', text: '没反应。' },
      ...{ fromName: '周  敏', fromAddress: 'zhou@customer.example' },
    })
    await addMessage(scope, registry, id, { kind: 'answer', text: '您好', channel: 'mail' })
  })
  await office.inScope('amy', async (scope) => {
    const [spare, ...others] = (await readStates(scope)).filter(({ type }) => type === 'open')
    await addListed(scope, 'states', { name: '已派单', type: 'open' })
    if (!spare || others.length > 0) throw new Error('There is one state for what is being done.')
    await saveListed(scope, 'states', spare, { name: '排队中', hidden: true })
  })
  const before = await stored()
  const all = before?.tickets
  expect(all).toBe(61)
  expect(await bring(await exported())).toEqual({
    ...{ created: 0, updated: 0, skipped: all, rejected: 0 },
  })
  expect(await stored()).toEqual(before)
})

test('a number that no ticket bears here is one of another program, and means the same ticket next time', async () => {
  const file = Buffer.from('编号,主题,优先级\n88-17,打印偏移,高\n88-17,打印偏移,低\n')
  expect(await bring(file)).toEqual({ created: 1, updated: 1, skipped: 0, rejected: 0 })
  const [ticket] = await office.inScope('amy', ({ db }) =>
    db.execute<{ number: string; reference: string; priority: string }>(sql`
      select number, reference, priority from service.tickets where name = '打印偏移'`),
  )
  expect(ticket).toMatchObject({ reference: '88-17', priority: 'low' })
  expect(ticket?.number).toMatch(/^T\d{4}-\d{5}$/)
  const changed = Buffer.from(`编号,主题,工单状态\n${ticket?.number},打印偏移,排队中\n`)
  expect(await bring(changed), 'no file brings a ticket into a state out of use').toMatchObject({
    ...{ created: 0, updated: 0, rejected: 1 },
  })
})

test('a file that names another requester changes the ticket and says so, though nobody of that name is a contact', async () => {
  const file = (who: string, address: string) =>
    Buffer.from(`外部编号,主题,提问人,提问人邮箱\n90-1,键盘失灵,${who},${address}\n`)
  const asks = () =>
    office.inScope('amy', async ({ db }) => {
      const [row] = await db.execute<{ who: string; contact: string | null }>(sql`
        select t.from_name as who, p.name as contact from service.tickets t
        left join contacts.people p on p.id = t.person_id where t.name = '键盘失灵'`)
      return row
    })
  await bring(file('何静', 'he@customer.example'))
  expect(await asks()).toEqual({ who: '何静', contact: '何静' })
  expect(await bring(file('前台', ''))).toMatchObject({ updated: 1 })
  expect(await asks(), 'whoever asked before is not whom it is for now').toEqual({
    ...{ who: '前台', contact: null },
  })
  const [audit] = await office.inScope('amy', ({ db }) =>
    db.execute<{ before: object; after: object }>(sql`
      select a.before, a.after from core.audit a join service.tickets t on t.id::text = a.record_id
      where t.name = '键盘失灵' order by a.id desc limit 1`),
  )
  expect(audit).toMatchObject({ before: { fromName: '何静' }, after: { fromName: '前台' } })
  expect(await bring(file('前台', ''))).toMatchObject({ updated: 0, skipped: 1 })
})

test('who has no address in one row is the contact that a row before made', async () => {
  const rows = '91-1,扫码枪失灵,高敏,gao@customer.example\n91-2,扫码枪又失灵,高敏,\n'
  const file = Buffer.from(`外部编号,主题,提问人,提问人邮箱\n${rows}`)
  expect(await bring(file)).toMatchObject({ created: 2 })
  const linked = await office.inScope('amy', ({ db }) =>
    db.execute<{ name: string }>(sql`
      select p.name from service.tickets t join contacts.people p on p.id = t.person_id
      where t.reference in ('91-1', '91-2')`),
  )
  expect(linked.map(({ name }) => name)).toEqual(['高敏', '高敏'])
  expect(await bring(file)).toMatchObject({ updated: 0, skipped: 2 })
})

const row: fc.Arbitrary<TicketRow> = fc.record(
  {
    name: fc.constantFrom('黑屏', '卡纸'),
    number: fc.constantFrom('N-1', 'N-2'),
    reference: fc.constantFrom('R-1', 'N-1'),
    priority: fc.constantFrom('low' as const, 'high' as const),
    category: fc.constantFrom('新的分类', '故障报修'),
    requester: fc.constantFrom('林立', '周敏'),
    requesterEmail: fc.constantFrom('lin@a.example', 'zhou@a.example'),
  },
  { requiredKeys: ['name'] },
)

test('what is said before a file comes in is what becomes of it', async () => {
  const { registry } = office.app.product
  const mode = fc.constantFrom<Mode>('both', 'create', 'update')
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), mode, async (rows, mode) => {
      const rehearsal = rehearseTickets({ mode })
      for (const one of rows) rehearsal.expect(one)
      const batches = [rows.slice(0, 3), rows.slice(3)]
      const said: string[] = []
      const done: string[] = []
      for (const batch of batches)
        await office.inScope('amy', async (scope) => {
          await scope.db.execute(sql`set transaction read only`)
          said.push(...(await rehearsal.next(scope, batch)).map(({ kind }) => kind))
        })
      for (const batch of batches)
        await office.inScope('amy', async (scope) => {
          done.push(
            ...(await writeTickets(scope, registry, batch, { mode })).map((one) => one.kind),
          )
        })
      expect(said).toEqual(done)
    }),
    { numRuns: 40 },
  )
})
