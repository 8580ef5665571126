import { expect, test } from 'vitest'
import { guessMapping, missingColumns } from '../../../core/transfer/columns.ts'
import { rivalsIn } from '../../../core/transfer/rivals.ts'
import { boats } from './columns.ts'

test('headers are found in both languages, whatever their case, width, spaces and signs', () => {
  const headers = ['ＮＡＭＥ *', '手机号码', 'e mail', '金额（元）', 'Home-Harbour:', 'Remarks']
  expect(guessMapping(headers, boats)).toEqual(['name', 'phone', 'email', 'price', 'harbour', null])
})

test('a label goes before an alias', () => {
  expect(guessMapping(['account', 'name'], boats)).toEqual([null, 'name'])
})

test('where two headers could mean one column nothing is mapped and a person decides', () => {
  expect(guessMapping(['联系电话', '手机号', '船名'], boats)).toEqual([null, null, 'name'])
  expect(guessMapping(['Name', 'name'], boats)).toEqual([null, null])
})

test('headers of which none is read because they mean one column are named, until one is chosen', () => {
  const headers = ['手机', '船名', '手机', 'Crew']
  const mapping = guessMapping(headers, boats)
  expect(mapping).toEqual([null, 'name', null, 'crew'])
  const rivals = [
    {
      field: '手机',
      headers: [
        { header: '手机', at: 1 },
        { header: '手机', at: 3 },
      ],
    },
  ]
  expect(rivalsIn(headers, mapping, boats, 'zh-CN')).toEqual(rivals)
  expect(rivalsIn(headers, ['phone', 'name', null, 'crew'], boats, 'zh-CN')).toEqual([])
  expect(rivalsIn(['联系电话', '手机号', '船名'], [null, null, 'name'], boats, 'en')).toMatchObject(
    [{ field: 'Mobile', headers: [{ at: 1 }, { at: 2 }] }],
  )
  expect(rivalsIn(['电话机', 'Remarks', 'Remarks'], [null, null, null], boats, 'en')).toEqual([])
})

test('a header that could mean two columns is not mapped', () => {
  const [first, second] = boats
  if (!first || !second) throw new Error('two columns are needed')
  const columns = [
    { ...first, aliases: ['title'] },
    { ...second, aliases: ['Title'] },
  ]
  expect(guessMapping(['TITLE', 'Crew'], columns as typeof boats)).toEqual([null, null])
})

test('no field is filled twice and no empty header fills one', () => {
  const headers = ['', ' ', '---', 'phone', 'Mobile', 'cell', 'crew (max.)', 'Crew']
  const mapping = guessMapping(headers, boats)
  expect(mapping).toEqual([null, null, null, null, null, null, null, 'crew'])
})

test('the column of reasons in a mended file is not read, whatever columns there are', () => {
  expect(guessMapping(['Name', '未导入的原因', 'Why it was not imported'], boats)).toEqual([
    'name',
    null,
    null,
  ])
})

test('a needed column that no header fills is named', () => {
  expect(missingColumns([null, 'crew'], boats).map(({ field }) => field)).toEqual(['name'])
  expect(missingColumns(['name'], boats)).toEqual([])
})
