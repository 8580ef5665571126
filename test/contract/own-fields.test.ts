import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Customisable, Module } from '../../core/module.ts'
import { isFilled } from '../../core/own-fields/filled.ts'
import type { OwnField } from '../../core/own-fields/own-field.ts'
import { readingOf } from '../../core/transfer/reading.ts'
import { columnsOf, type Transfer, type Values } from '../../core/transfer/transfer.ts'
import { giveField } from '../core/own-fields/giving.ts'
import { modules, openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const kinds = modules.flatMap((module) =>
  (module.customisable ?? []).map((one) => [one.object, module, one] as const),
)

test('some kind of record can have own fields, so that there is something to hold to this', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(2)
})

describe.each(kinds)(
  'an own field of %s',
  (object: string, module: Module, { table }: Customisable) => {
    const value = `kept in ${object}`
    let field: OwnField
    let transfer: Transfer
    let record: string
    beforeAll(async () => {
      field = await giveField(
        stage,
        'text',
        `自有 ${object}`,
        { label_en: `Own ${object}` },
        object,
      )
      transfer = module.transfers?.find((one) => one.object === object) as Transfer
      record = await stage.inScope('amy', async (scope) => {
        const reading = readingOf(scope.company)
        const row: Values = Object.fromEntries(
          transfer.columns
            // A file need not name a record where its kind can be known by other things.
            .filter(({ required, field: name }) => required || name === 'name')
            .map(({ field: name, parse, example }) => {
              const parsed = parse(example, reading)
              return [name, parsed.ok ? parsed.value : example]
            }),
        )
        const rows = [{ ...row, [field.field]: value }]
        const [outcome] = await transfer.write(scope, stage.app.product.registry, rows, {
          mode: 'both',
        })
        expect(['created', 'updated']).toContain(outcome?.kind)
        const all = await transfer.read(scope, new URLSearchParams(), undefined, 1_000)
        return all.find((one) => one[field.field] === value)?.id ?? ''
      })
    })

    const page = async (path: string) => (await stage.as('amy').get(path)).text()
    const label = () => field.label.en

    test('is a column of the files that go in and out', async () => {
      const columns = await stage.inScope('amy', (scope) => columnsOf(scope, transfer))
      expect(columns.map((column) => column.field)).toContain(field.field)
      expect(record).not.toBe('')
    })

    test('is asked for in the forms, and shown on the page of a record', async () => {
      expect(await page(`${transfer.listHref}/new`)).toContain(`name="${field.field}"`)
      expect(await page(`${transfer.listHref}/${record}/edit`)).toContain(value)
      const shown = await page(`${transfer.listHref}/${record}`)
      expect(shown).toContain(label())
      expect(shown).toContain(value)
    })

    test('can be a column of the list, is filtered and sorted by, and found by search', async () => {
      expect(await page(`${transfer.listHref}/columns`)).toContain(label())
      expect(await page(`${transfer.listHref}/filter`)).toContain(`name="${field.field}"`)
      const filtered = await page(`${transfer.listHref}?${field.field}=kept&sort=-${field.field}`)
      expect(filtered).toContain(record)
      expect(filtered).toContain(`${label()}: kept`)
      const other = await page(`${transfer.listHref}?${field.field}=nothing`)
      expect(other).not.toContain(record)
      expect(await page(`${transfer.listHref}?q=${encodeURIComponent(value)}`)).toContain(record)
    })

    test('is told in the audit trail, and counted for the quality of data', async () => {
      const trail = await page(`/admin/audit?record=${record}`)
      const [entry = ''] = trail.match(/\/admin\/audit\/[0-9a-f-]{36}/) ?? []
      expect(await page(entry)).toContain(label())
      const [counted] = await stage.inScope('amy', ({ db, company }) =>
        db.execute<{ filled: number }>(sql`
          select count(*)::int as filled from ${table}
          where ${table.companyId} = ${company.id} and ${isFilled(table.own, field)}`),
      )
      expect(counted?.filled).toBe(1)
    })

    test('is nowhere while the module is off, and is there again as it was', async () => {
      await stage.turn(module.id, 'off', 'emil')
      expect((await stage.as('emil').get(`${transfer.listHref}?${field.field}=kept`)).status).toBe(
        404,
      )
      await stage.turn(module.id, 'write', 'emil')
      expect(await page(`${transfer.listHref}/${record}`)).toContain(value)
    })
  },
)
