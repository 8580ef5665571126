import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginImport } from '../../../core/transfer/course.ts'
import { importKind, takeFile } from '../../../core/transfer/imports.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { beginUndo, runUndo } from '../../../core/transfer/undo/undo.ts'
import { readClocks } from '../../../modules/service/clocks/reading.ts'
import { addUsualPolicies } from '../../../modules/service/policies/policies.ts'
import { addMessage } from '../../../modules/service/tickets/conversing.ts'
import { openTicket } from '../../../modules/service/tickets/opening.ts'
import type { Office } from '../../setup/office.ts'
import { openServiceOffice } from './service-office.ts'

let office: Office
beforeAll(async () => {
  office = await openServiceOffice()
})
afterAll(() => office?.close())

const head =
  'Subject,Reference,Customer name,Customer email,Priority,First response time,Description'

const bring = (...rows: string[]) => bringFile(head, ...rows)

async function bringFile(...lines: string[]): Promise<string> {
  const { product } = office.app
  const id = await office.inScope('amy', async (scope) => {
    const transfer = importKind(product.registry, scope, 'tickets')
    const file = Buffer.from(lines.join('\n'))
    const taken = await takeFile(scope, transfer, 'old.csv', file)
    await beginImport(scope, taken)
    return taken
  })
  await runImport(product, office.company, office.people.amy, id, 'test')
  return id
}

async function undo(id: string) {
  const began = await office.inScope('amy', (scope) => beginUndo(scope, id))
  return began && runUndo(office.app.product, office.company, office.people.amy, id, 'undo')
}

const live = () =>
  office.inScope('amy', async ({ db }) => [
    ...(await db.execute<{ reference: string; priority: string; person: string | null }>(sql`
      select t.reference, t.priority, p.name as person from service.tickets t
      left join contacts.people p on p.id = t.person_id and p.archived_at is null
      where t.archived_at is null order by t.reference`)),
  ])

test('undone, a file of tickets leaves what was there, and takes its own with their contacts', async () => {
  await bring('Black screen,A1,Ada Field,ada@field.example,low,,It is black')
  const before = await live()
  expect(before).toEqual([{ reference: 'A1', priority: 'low', person: 'Ada Field' }])
  const second = await bring(
    'Black screen,A1,Ada Field,ada@field.example,urgent,2026-03-02 10:00,',
    'No sound,B2,Ben Hill,ben@hill.example,high,,Silence',
  )
  expect(await live()).toHaveLength(2)
  expect(await undo(second)).toMatchObject({ restored: 1, removed: 2, left: 0 })
  expect(await live()).toEqual(before)
  const people = await office.inScope('amy', ({ db }) =>
    db.execute(sql`select name from contacts.people where archived_at is null`),
  )
  expect(people).toEqual([{ name: 'Ada Field' }])
})

test('a ticket that was answered since stays, with whom it is for', async () => {
  const id = await bring(
    'Answered,C3,Cy Moor,cy@moor.example,low,,Hello',
    'Not answered,D4,Di Moss,di@moss.example,low,,Hello',
  )
  const { registry } = office.app.product
  await office.inScope('amy', async (scope) => {
    const [ticket] = await scope.db.execute<{ id: string }>(
      sql`select id from service.tickets where reference = 'C3'`,
    )
    await addMessage(scope, registry, ticket?.id ?? '', {
      ...{ kind: 'answer', text: 'We look into it.', channel: 'phone' },
    })
  })
  expect(await undo(id)).toMatchObject({ removed: 2, left: 2 })
  expect((await live()).map(({ reference, person }) => [reference, person])).toEqual([
    ['A1', 'Ada Field'],
    ['C3', 'Cy Moor'],
  ])
})

test('a file that solves a ticket says so to its clock and its history, and undone, the clock runs again', async () => {
  const { registry } = office.app.product
  const id = await office.inScope('amy', async (scope) => {
    await addUsualPolicies(scope)
    const values = { reference: 'E5', priority: 'normal' } as const
    return (await openTicket(scope, registry, { subject: 'Late', channel: 'phone', values })).id
  })
  const clock = () =>
    office.inScope('amy', async (scope) => {
      const moves = await scope.db.execute<{ type: string }>(sql`
        select to_type as type from service.state_changes where ticket_id = ${id} order by id`)
      const clocks = await readClocks(scope, id)
      return {
        states: moves.map(({ type }) => type),
        running: clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ kind }) => kind),
      }
    })
  expect(await clock()).toEqual({ states: ['new'], running: ['first', 'solve'] })
  const file = await bringFile('Subject,Reference,Status', 'Late,E5,Solved')
  expect(await clock()).toEqual({ states: ['new', 'solved'], running: [] })
  await bringFile('Subject,Reference,Status', 'Late,E5,Solved')
  expect((await clock()).states, 'told once').toEqual(['new', 'solved'])
  await undo(file)
  // As with whatever is opened again: that it was solved stays the first response.
  expect(await clock()).toEqual({ states: ['new', 'solved', 'new'], running: ['solve'] })
})
