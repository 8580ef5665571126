import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  closeModule,
  killModule,
  openModule,
  planAudience,
  reviveModule,
} from '../../flags/audience.ts'
import { ChangedMeanwhile, latestChange } from '../../flags/change.ts'
import { previewRows } from '../../flags/preview.ts'
import { readModuleRows } from '../../flags/rows.ts'
import type { Grant } from '../../flags/snapshot.ts'
import type { PersonName } from '../setup/cast.ts'
import { contacts, type FlagsFirm, modules, openFirm, sales, undoChange } from './firm.ts'

let firm: FlagsFirm
beforeAll(async () => {
  firm = await openFirm()
})
afterAll(() => firm.close())

/** Every test starts with all modules closed and nobody stopping them. */
beforeEach(() =>
  firm.inScope(async (scope) => {
    for (const module of modules) {
      await reviveModule(scope, module, 'a new test')
      await closeModule(scope, module, 'a new test')
    }
  }),
)

const forDepartment = (key: keyof FlagsFirm['departments'], variant: Grant['variant'] = 'write') =>
  ({ kind: 'department', department: firm.departments[key], variant }) satisfies Grant
const forPerson = (name: PersonName) =>
  ({ kind: 'person', person: firm.people[name], variant: 'write' }) satisfies Grant
const forEveryone = { kind: 'everyone', variant: 'write' } satisfies Grant

const open = (grants: Grant[], reason = 'the pilot begins') =>
  firm.inScope((scope) => openModule(scope, contacts, grants, reason))
const rowsOf = (module = 'contacts') =>
  firm.inScope((scope) => readModuleRows(scope.db, firm.company, module))
const state = async (name: PersonName, module = 'contacts') =>
  (await firm.flags.of(firm.company)).state(await firm.who(name), module)

test('emil has contacts once it is open for his department, and sun in service does not', async () => {
  expect(await state('emil')).toBe('off')
  await open([forDepartment('sales')])
  expect(await state('emil')).toBe('write')
  expect(await state('sun')).toBe('off')
  expect(await state('amy'), 'an admin is no exception').toBe('off')
})

test('a department stands for those below it, and not for those above', async () => {
  await open([forDepartment('sales')])
  await firm.inScope((scope) =>
    scope.db.execute(sql`
      update core.users set department_id = ${firm.departments.east}
      where company_id = ${firm.company} and id = ${firm.people.sun}`),
  )
  expect(await state('sun')).toBe('write')
  await open([forDepartment('east')])
  expect(await state('sun')).toBe('write')
  expect(await state('emil'), 'emil works in sales, above east').toBe('off')
  await firm.inScope((scope) =>
    scope.db.execute(sql`
      update core.users set department_id = ${firm.departments.service}
      where company_id = ${firm.company} and id = ${firm.people.sun}`),
  )
})

test('roles, named people and a share of everybody add up', async () => {
  await open([{ kind: 'role', role: 'lead', variant: 'write' }, forPerson('sun')])
  expect(await state('lin')).toBe('write')
  expect(await state('sun')).toBe('write')
  expect(await state('emil')).toBe('off')
  await open([{ kind: 'percentage', percentage: 100, variant: 'write' }])
  expect(await state('emil')).toBe('write')
})

test('who may only read is told so, and write by another row wins', async () => {
  await open([forDepartment('sales', 'read'), forPerson('lin')])
  expect(await state('emil')).toBe('read')
  expect(await state('lin')).toBe('write')
})

test('sales needs contacts: closing contacts takes sales away, and opening it gives it back', async () => {
  await firm.inScope((scope) => openModule(scope, sales, [forEveryone], 'all of us'))
  expect(await state('emil', 'sales')).toBe('off')
  await open([forDepartment('sales')])
  expect(await state('emil', 'sales')).toBe('write')
  expect(await state('sun', 'sales')).toBe('off')
})

test('a stopped module is off for all at once, and revived is open for whom it was', async () => {
  await open([forEveryone])
  const before = await rowsOf()
  await firm.inScope((scope) => killModule(scope, contacts, 'it shows wrong numbers'))
  expect(await state('emil')).toBe('off')
  await open([forEveryone, forPerson('emil')])
  expect(await state('emil'), 'opening does not start what was stopped').toBe('off')
  await open([forEveryone])
  await firm.inScope((scope) => reviveModule(scope, contacts, 'repaired'))
  expect(await state('emil')).toBe('write')
  expect(await rowsOf()).toEqual(before)
})

test('who keeps a module keeps the date and the reason of when they got it', async () => {
  await open([forDepartment('sales')], 'the pilot begins')
  const [first] = (await rowsOf()).audiences
  await open([forDepartment('sales'), forDepartment('service')], 'the second department')
  const { audiences } = await rowsOf()
  expect(audiences).toHaveLength(2)
  expect(audiences).toContainEqual(first)
  expect(audiences.map((row) => row.reason).sort()).toEqual([
    'the pilot begins',
    'the second department',
  ])
  expect(first?.by).toBe(firm.people.amy)
})

test('undo brings back exactly the rows that were there, dates and reasons included', async () => {
  await open([forDepartment('sales'), forPerson('tara')])
  const before = await rowsOf()
  const change = await open([forEveryone], 'everybody now')
  await firm.inScope((scope) => undoChange(scope, contacts, change ?? undefined, 'too early'))
  expect(await rowsOf()).toEqual(before)
  expect(await state('sun')).toBe('off')
  const undo = await firm.inScope((scope) => latestChange(scope, 'contacts'))
  await firm.inScope((scope) => undoChange(scope, contacts, undo ?? undefined, 'after all'))
  expect(await state('sun'), 'an undo can be undone').toBe('write')
})

test('an older change cannot be undone, because that would lose the newer one', async () => {
  const older = await open([forDepartment('sales')])
  await open([forEveryone], 'everybody now')
  const after = await rowsOf()
  await expect(
    firm.inScope((scope) => undoChange(scope, contacts, older ?? undefined, 'no')),
  ).rejects.toBeInstanceOf(ChangedMeanwhile)
  expect(await rowsOf()).toEqual(after)
})

test('a change made after looking at older rows is refused and overwrites nothing', async () => {
  const seen = await firm.inScope((scope) => latestChange(scope, 'contacts'))
  await open([forDepartment('service')], 'amy was faster')
  const rows = await rowsOf()
  await expect(
    firm.inScope((scope) => openModule(scope, contacts, [forEveryone], 'lin was slower', seen)),
  ).rejects.toBeInstanceOf(ChangedMeanwhile)
  expect(await rowsOf()).toEqual(rows)
})

test('two people changing one module at the same moment are served one after the other', async () => {
  const seen = await firm.inScope((scope) => latestChange(scope, 'contacts'))
  const attempts = await Promise.allSettled([
    firm.inScope((scope) => openModule(scope, contacts, [forDepartment('sales')], 'one', seen)),
    firm.inScope((scope) => openModule(scope, contacts, [forDepartment('service')], 'two', seen)),
  ])
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await rowsOf()).audiences).toHaveLength(1)
})

test('every change is in the audit trail with the rows before and after, and one that changes nothing is not', async () => {
  const audit = () =>
    firm.inScope((scope) =>
      scope.db.execute<{ action: string; reason: string; actor_id: string; before: object }>(sql`
        select action, reason, actor_id, before from core.audit
        where company_id = ${firm.company} and object = 'flags.module' and record_id = 'contacts'
        order by id`),
    )
  const before = await audit()
  await open([forDepartment('sales')], 'the pilot begins')
  await open([forDepartment('sales')], 'once more the same')
  const written = (await audit()).slice(before.length)
  expect(written).toMatchObject([
    {
      action: 'opened',
      reason: 'the pilot begins',
      actor_id: firm.people.amy,
      before: { audiences: [] },
    },
  ])
})

test('the database itself refuses a subject that is half there, and one of another company', async () => {
  const insert = (kind: string, department: string | null, percentage: number | null) =>
    firm.inScope((scope) =>
      scope.db.execute(sql`
        insert into flags.audiences (company_id, id, module, kind, department_id, percentage, reason)
        values (${firm.company}, gen_random_uuid(), 'contacts', ${kind}, ${department}, ${percentage},
          'a test')`),
    )
  const cause = (code: string) => ({ cause: expect.objectContaining({ code }) })
  await expect(insert('department', null, null)).rejects.toMatchObject(cause('23514'))
  await expect(insert('everyone', null, 20)).rejects.toMatchObject(cause('23514'))
  await expect(insert('percentage', null, 101)).rejects.toMatchObject(cause('23514'))
  await expect(insert('nobody', null, null)).rejects.toMatchObject(cause('23514'))
  await expect(insert('department', firm.company, null)).rejects.toMatchObject(cause('23503'))
})

const preview = (grants: Grant[], module = 'contacts') =>
  firm.inScope(async (scope) => {
    const before = await readModuleRows(scope.db, scope.company.id, module)
    const after = planAudience({ id: module }, grants).rows(before, { since: '', reason: '' })
    return previewRows(scope, modules, module, after)
  })
const names = (people: { name: string }[] | undefined) => people?.map(({ name }) => name).sort()

test('a preview names who would gain and who would lose, and writes nothing', async () => {
  await open([forDepartment('sales'), forPerson('tara')])
  const rows = await rowsOf()
  const [effect] = await preview([forDepartment('sales'), forDepartment('service')])
  expect(names(effect?.gained)).toEqual(['孙悦'])
  expect(names(effect?.lost)).toEqual(['唐塔拉'])
  expect(names(effect?.members)).toEqual(['孙悦', '林岚', '艾米尔'])
  expect(await rowsOf()).toEqual(rows)
  expect(await state('sun')).toBe('off')
})

test('a preview tells whose right to write would go', async () => {
  await open([forDepartment('sales')])
  const [effect] = await preview([forDepartment('sales', 'read'), forPerson('lin')])
  expect(names(effect?.narrowed)).toEqual(['艾米尔'])
  expect(effect).toMatchObject({ gained: [], lost: [], widened: [] })
})

test('a preview of closing contacts tells that sales goes with it, and who loses that', async () => {
  await open([forDepartment('sales')])
  await firm.inScope((scope) => openModule(scope, sales, [forPerson('lin')], 'lin tries it'))
  const effects = await preview([])
  expect(effects.map(({ module }) => module)).toEqual(['contacts', 'sales'])
  expect(names(effects[1]?.lost)).toEqual(['林岚'])
})

test('somebody who may not sign in any more is in no preview', async () => {
  await firm.inScope((scope) =>
    scope.db.execute(sql`
      update core.users set disabled_at = now()
      where company_id = ${firm.company} and id = ${firm.people.tara}`),
  )
  const [effect] = await preview([forEveryone])
  expect(names(effect?.gained)).toEqual(['孙悦', '林岚', '艾米尔', '陈爱米'])
  await firm.inScope((scope) =>
    scope.db.execute(sql`
      update core.users set disabled_at = null
      where company_id = ${firm.company} and id = ${firm.people.tara}`),
  )
})
