import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { mergeRecords } from '../../../modules/contacts/merging/merging.ts'
import { giveField } from '../../core/own-fields/giving.ts'
import { begin, ended } from '../../core/transfer/warehouse.ts'
import type { Office } from '../../setup/office.ts'
import { until } from '../../setup/until.ts'
import { openContactsOffice } from './contacts-office.ts'

let office: Office
let serial: OwnField
beforeAll(async () => {
  office = await openContactsOffice()
  serial = await giveField(office, 'text', '序列号', { label_en: 'Serial', unique: 'on' })
})
afterAll(() => office?.close())

const list = '/contacts/accounts'

const add = async (name: string, value: string): Promise<string> => {
  const form = { name, [serial.field]: value, anyway: 'on' }
  const answer = await office.as('lin').post(list, form)
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}

const serialOf = async (id: string) => {
  const html = await (await office.as('lin').get(`${list}/${id}/edit`)).text()
  return new RegExp(`name="${serial.field}"[^>]*value="([^"]*)"`).exec(html)?.[1]
}

const bring = async (text: string): Promise<string> => {
  const id = await begin(office.as('lin'), 'accounts', text)
  expect(await ended(office, id)).toMatchObject({ rejected: 0 })
  return id
}

const undo = async (id: string): Promise<string> => {
  const lin = office.as('lin')
  await lin.post(`/admin/import/${id}/undo`)
  return until('it is undone', async () => {
    const html = await (await lin.get(`/admin/import/${id}`)).text()
    return html.includes('data-testid="import-undone"') && html
  })
}

test('a record whose unique value another one has got meanwhile is left alone by an undo, and the others are not', async () => {
  const [a, b] = [await add('Acme', 'A-1'), await add('Bolt', 'B-1')]
  const id = await bring('Name,Serial\nAcme,A-2\nBolt,B-2')
  await add('Crane', 'A-1')
  const page = await undo(id)
  expect([await serialOf(a), await serialOf(b)]).toEqual(['A-2', 'B-1'])
  expect(page).toContain('has got a value that no two may have')
  expect(page).toContain(`${list}/${a}`)
  expect(page).not.toContain(`${list}/${b}`)
})

test('a merge whose value another record has got meanwhile stays, and lin reads which value it is', async () => {
  const [winner, loser] = [await add('Foxtrot', 'F-1'), await add('Foxtrot plc', 'F-2')]
  const merge = await office.inScope('lin', (scope) =>
    mergeRecords(scope, office.app.product.registry, 'accounts', { id: winner }, { id: loser }, {}),
  )
  const taken = await add('Golf', 'F-2')
  const answer = await office
    .as('lin')
    .post('/contacts/duplicates/undo', { kind: 'accounts', merge })
  expect(answer.status).toBe(409)
  const html = await answer.text()
  expect(html).toContain('The merge stays as it is')
  expect(html).toContain('Serial')
  expect((await office.as('lin').get(`${list}/${loser}`)).headers.get('location')).toBe(
    `${list}/${winner}`,
  )
  expect(await serialOf(taken)).toBe('F-2')
})
