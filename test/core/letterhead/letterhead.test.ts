import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLetterhead } from '../../../core/letterhead/letterhead.ts'
import { type Office, openOffice } from '../../setup/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const place = '/admin/company/letterhead'
const names = { nameZh: '海港贸易有限公司', nameEn: 'Harbour Trading Ltd' }
const logo = () => {
  const canvas = createCanvas(40, 20)
  canvas.getContext('2d').fillRect(5, 5, 30, 10)
  return new Uint8Array(canvas.toBuffer('image/png'))
}

function form(fields: Record<string, string>, file?: Uint8Array<ArrayBuffer>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  if (file) data.append('logo', new File([file], 'logo.png', { type: 'image/png' }))
  return data
}

test('Amy writes the letterhead with a logo, and it stays when she saves without choosing one again', async () => {
  const amy = office.as('amy')
  expect((await amy.post(place, form({ version: '0', ...names }, logo()))).status).toBe(303)
  expect((await amy.post(place, form({ version: '1', ...names, phone: '0574-1234' }))).status).toBe(
    303,
  )
  const kept = await office.inScope('emil', readLetterhead)
  expect(kept).toMatchObject({ ...names, phone: '0574-1234', version: 2 })
  expect(kept.logo?.length).toBeGreaterThan(50)
})

test('what only begins like a picture is refused, and so is a page in its clothes', async () => {
  const amy = office.as('amy')
  const broken = Uint8Array.from([0x89, ...Buffer.from('PNG\r\n\x1a\n', 'latin1'), 1, 2, 3])
  for (const file of [broken, Uint8Array.from(Buffer.from('<svg onload="x()">'))]) {
    const answer = await amy.post(place, form({ version: '2', ...names, bank: '中国银行' }, file))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('value="中国银行"')
  }
  expect((await office.inScope('amy', readLetterhead)).version).toBe(2)
})

test('whoever saves what somebody else has saved meanwhile sees both', async () => {
  const answer = await office.as('amy').post(place, form({ version: '1', nameEn: 'Harbor Inc' }))
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Harbor Inc')
})

test('another company has none of it, and a member cannot open the page', async () => {
  const other = await office.another()
  expect(await other.inScope('amy', readLetterhead)).toMatchObject({ nameZh: '', logo: null })
  expect((await office.as('emil').get(place)).status).toBe(404)
})
