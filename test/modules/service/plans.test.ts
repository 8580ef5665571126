import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool, type Pool } from '../../../core/db/connection.ts'
import { readList } from '../../../core/lists/list-reading.ts'
import { readListState } from '../../../core/lists/state.ts'
import { readReportState } from '../../../core/reports/state.ts'
import type { Scope } from '../../../core/scope.ts'
import { fill } from '../../../core/seed/fill.ts'
import { readFigures, readNext } from '../../../modules/service/desk/reading.ts'
import { takeNext } from '../../../modules/service/desk/taking.ts'
import { shares } from '../../../modules/service/reports/shares.ts'
import { times } from '../../../modules/service/reports/times.ts'
import { volume } from '../../../modules/service/reports/volume.ts'
import { ticketKind } from '../../../modules/service/tickets/kind.ts'
import { ticketSeed } from '../../../modules/service/tickets/seeds.ts'
import { ticketList } from '../../../modules/service/tickets/ticket-list.ts'
import { readTicket } from '../../../modules/service/tickets/ticket-record.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { walking } from '../../setup/walking.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
let eyes: Pool
beforeAll(async () => {
  office = await openServiceOffice()
  eyes = openPool(office.database.admin, 1)
  await fill(office.app.product, office.company, ticketSeed, 8_000, 3)
  // As a desk stands: nearly all is done, and a few of the rest are due.
  await eyes`
    update service.tickets set due_at = now() + random() * interval '90 days'
    where state_type not in ('solved', 'closed') and id::text like '%7'`
  await eyes`vacuum analyze`
})
afterAll(async () => {
  await eyes?.end()
  await office?.close()
})

const whole = 'whole table'
const walked = async (who: PersonName, act: (scope: Scope) => Promise<unknown>) =>
  (await walking(office, 'service.tickets', who, act)).map(({ name }) => name)

const list = (query: string) => (scope: Scope) =>
  readList(scope, ticketList, readListState(new URLSearchParams(query), ticketKind))

test('a question no index answers is seen to walk the whole table', async () => {
  const uses = await walking(office, 'service.tickets', 'amy', ({ db }) =>
    db.execute(sql`select id from service.tickets where length(product) = 1`),
  )
  expect(uses).toEqual([{ name: whole, walks: 1, read: 8_000 }])
})

test.each([
  ['', 'tickets_name'],
  ['sort=due', 'tickets_due'],
  ['sort=-opened', 'tickets_opened'],
  ['progress=undone&sort=due', 'tickets_due'],
  ['progress=undone&due=soon&sort=due', 'tickets_due'],
  ['owner=none&progress=undone&sort=due', 'tickets_due'],
  ['archived=1', 'tickets_archived'],
])('the list of tickets at ?%s walks %s, and never the whole table', async (query, index) => {
  const used = await walked('amy', list(query))
  expect(used).toContain(index)
  expect(used).not.toContain(whole)
})

test('members and leads read the heads of what is theirs, and not the list of all', async () => {
  for (const who of ['emil', 'lin'] as const) {
    const used = await walked(who, list('owner=me&progress=ours&sort=due'))
    expect(used, who).toContain('tickets_owner')
    expect(used, who).not.toContain(whole)
  }
})

test('the desk reads what is somebody’s own, and gives the next ticket, without reading all', async () => {
  for (const act of [readFigures, readNext])
    expect(await walked('sun', act), act.name).not.toContain(whole)
  const taken = await walked('sun', (scope) => takeNext(scope, office.app.product.registry))
  expect(taken).not.toContain(whole)
})

test('one ticket is read by its key alone, and its messages by its own index', async () => {
  const [{ id = '' } = {}] = await eyes<{ id: string }[]>`select id from service.tickets limit 1`
  expect(await walked('amy', (scope) => readTicket(scope, id))).toEqual([
    'tickets_company_id_id_pk',
  ])
})

test.each([volume, times, ...shares].map((report) => [report.key, report] as const))(
  'a month of the report %s is read by when tickets were opened',
  async (_, report) => {
    const used = await walked('amy', async (scope) => {
      const state = await readReportState(scope, new URLSearchParams('span=month'))
      await report.read(scope, state)
    })
    expect(used).toContain('tickets_opened')
    expect(used).not.toContain(whole)
  },
)
