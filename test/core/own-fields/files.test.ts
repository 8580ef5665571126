import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { beginImport } from '../../../core/transfer/course.ts'
import { importKind, takeFile } from '../../../core/transfer/imports.ts'
import { readRejects } from '../../../core/transfer/preview.ts'
import { sayCellProblem } from '../../../core/transfer/rejects.ts'
import { runImport } from '../../../core/transfer/run.ts'
import { openContactsOffice } from '../../modules/contacts/contacts-office.ts'
import type { PersonName } from '../../setup/cast.ts'
import type { Office } from '../../setup/office.ts'
import { choicesOf, giveField } from './giving.ts'

let office: Office
let serial: OwnField
beforeAll(async () => {
  office = await openContactsOffice()
  await giveField(office, 'number', '合同金额（万元）', { label_en: 'Volume' })
  await giveField(office, 'date', '续约日期', { label_en: 'Renewal' })
  await giveField(office, 'multi_choice', '需求', {
    label_en: 'Needs',
    ...choicesOf('水泵 | Pumps', '阀门 | Valves'),
  })
  await giveField(office, 'yes_no', '已验厂', { label_en: 'Vetted' })
  await giveField(office, 'person', '内勤', { label_en: 'Inside sales' })
  await giveField(office, 'money', '授信额度', { label_en: 'Credit' })
  await giveField(office, 'link', '内网', { label_en: 'Intranet' })
  await giveField(office, 'long_text', '背景', { label_en: 'Background' })
  serial = await giveField(office, 'text', '序列号', { label_en: 'Serial', unique: 'on' })
})
afterAll(() => office?.close())

/** Imports a file as a person would, to its end. */
async function bring(text: string, who: PersonName = 'amy') {
  const { product } = office.app
  const id = await office.inScope(who, async (scope) => {
    const transfer = importKind(product.registry, scope, 'accounts')
    const taken = await takeFile(scope, transfer, 'own.csv', Buffer.from(text))
    await beginImport(scope, taken)
    return taken
  })
  const done = await runImport(product, office.company, office.people[who], id, 'test')
  const reasons = await office.inScope(who, async (scope) => {
    const said: string[] = []
    for await (const { problems } of readRejects(scope, id))
      said.push(...problems.map((problem) => sayCellProblem(problem, 'en')))
    return said
  })
  const { created, updated, skipped, rejected } = done
  return { created, updated, skipped, rejected, reasons }
}

const list = '/contacts/accounts'
const exported = async () =>
  (await office.as('amy').post('/export/accounts', { reason: 'a test' })).text()

test('own columns are known by their names in either language, and read as people type', async () => {
  const outcome = await bring(
    [
      '客户名称,合同金额（万元）,续约日期,需求,已验厂,内勤,授信额度,内网,背景,序列号',
      '星河科技,1.2万,2026年3月5日,阀门；水泵,是,林岚,"£1,200",intra.example.com,"两行\n背景",A-1',
    ].join('\n'),
  )
  expect(outcome).toMatchObject({ created: 1, rejected: 0, reasons: [] })
  const english = await bring('Account name,Volume,Needs,Vetted\nMill Lane Ltd,500,pumps,no')
  expect(english).toMatchObject({ created: 1, reasons: [] })
  const html = await (
    await office.as('amy').get(`${list}?q=${encodeURIComponent('星河科技')}`)
  ).text()
  const [, path = ''] =
    /<a href="(\/contacts\/accounts\/[^"]+)"/.exec(html.split('data-testid="row"')[1] ?? '') ?? []
  const record = await (await office.as('amy').get(path)).text()
  for (const shown of ['12,000', '5 Mar 2026', 'Pumps, Valves', '林岚', '£1,200.00', '两行'])
    expect(record).toContain(shown)
})

test('an export that is imported again changes nothing', async () => {
  const file = await exported()
  expect(file).toContain('Pumps, Valves')
  const again = await bring(file)
  expect(again).toMatchObject({ created: 0, updated: 0, rejected: 0, reasons: [] })
  expect(again.skipped).toBeGreaterThanOrEqual(2)
})

test('cells that cannot be read send their row back, with a reason that names the column', async () => {
  const { rejected, reasons } = await bring(
    [
      'Account name,Renewal,Needs,Inside sales',
      'One,someday,,',
      'Two,,boats,',
      'Three,,,王无名',
    ].join('\n'),
  )
  expect(rejected).toBe(3)
  expect(reasons[0]).toMatch(/^Renewal: This is not a date/)
  expect(reasons[1]).toMatch(/^Needs: .*Pumps, Valves/)
  expect(reasons[2]).toMatch(/^Inside sales: There is no colleague “王无名”/)
})

test('a value that must be unique is taken once: from the file, and against what is there', async () => {
  const first = await bring('Account name,Serial\nNorth,B-1\nSouth,b-1\nEast,A-1\nWest,B-2')
  expect(first).toMatchObject({ created: 2, rejected: 2 })
  expect(first.reasons).toEqual([
    'Another record has this value in “Serial” already: check it, or look for that record.',
    'Another record has this value in “Serial” already: check it, or look for that record.',
  ])
  expect(await bring('Account name,Serial\nNorth,B-1\nWest,B-3')).toMatchObject({
    skipped: 1,
    updated: 1,
  })
  expect(await bring('Account name,Serial\nEast,B-2')).toMatchObject({ created: 1 })
  const taken = await office.as('emil').post(list, { name: 'typed', [serial.field]: 'B-3' })
  expect(taken.status).toBe(422)
})

test('a new row without what must be filled in is refused, and a known one is not', async () => {
  const branch = await giveField(office, 'text', 'Branch', { required: 'on' })
  const outcome = await bring('Account name,Region\nNorth,Leeds\nBrand new,York')
  expect(outcome).toMatchObject({ updated: 1, created: 0, rejected: 1 })
  expect(outcome.reasons[0]).toContain('Branch')
  await office.as('amy').post(`/admin/fields/${branch.own.id}/archive`)
})

test('an archived field is no column, and keeps its values through an import', async () => {
  const old = await giveField(office, 'text', 'Old mark')
  await bring('Account name,Old mark\nNorth,OM-1')
  await office.as('amy').post(`/admin/fields/${old.own.id}/archive`)
  expect(await exported()).not.toContain('OM-1')
  expect(await bring('Account name,Old mark,Region\nNorth,OM-2,Hull')).toMatchObject({ updated: 1 })
  await office.as('amy').post(`/admin/fields/${old.own.id}/restore`)
  expect(await exported()).toContain('OM-1')
})
