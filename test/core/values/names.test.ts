import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchKeys, searchQuery } from '../../../core/values/names.ts'

test('张三 is found by zs, zhangsan, 张 and 张三', () => {
  expect(searchKeys('张三')).toEqual({
    text: '张三',
    grams: ['张', '三', '张三'],
    syllables: ['zhang', 'san'],
    pinyin: ['zhangsan'],
    initials: ['zs'],
    letters: ['zs', 'z', 'zh', 's', 'sa'],
  })
})

test.each([
  ['重庆', 'chongqing', 'cq'],
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['单雄信', 'danxiongxin', 'dxx'],
  ['曾国藩', 'zengguofan', 'zgf'],
  ['仇和', 'qiuhe', 'qh'],
  ['欧阳娜娜', 'ouyangnana', 'oynn'],
  ['吕布', 'lvbu', 'lb'],
  ['长安汽车', 'changanqiche', 'caqc'],
  ['招商银行股份有限公司', 'zhaoshangyinhanggufenyouxiangongsi', 'zsyhgfyxgs'],
  ['万科Ａ', 'wankea', 'wka'],
  ['*ST国华', 'stguohua', 'stgh'],
  ['TCL科技', 'tclkeji', 'tclkj'],
  ['TCL科技', 'tclkeji', 'tkj'],
  ['华为IT服务', 'huaweiitfuwu', 'hwitfw'],
])('%s can be read %s and shortened %s', (name, pinyin, initials) => {
  expect(searchKeys(name).pinyin).toContain(pinyin)
  expect(searchKeys(name).initials).toContain(initials)
})

test('a Latin word before Chinese ones is one word of its reading', () => {
  expect(searchKeys('TCL科技').syllables).toEqual(['tcl', 'ke', 'ji'])
})

test('the phrase settles a long name, so that no unlikely reading fills the index', () => {
  expect(searchKeys('重庆长安汽车股份有限公司').pinyin).toHaveLength(1)
  expect(searchKeys('单行长乐曾重').pinyin.length).toBeLessThanOrEqual(6)
})

test('Latin, mixed and unreadable names keep their text', () => {
  expect(searchKeys('Moses  FRASE')).toMatchObject({
    text: 'moses frase',
    initials: ['mf'],
    grams: [],
  })
  expect(searchKeys('𠮷野家')).toMatchObject({ grams: ['𠮷', '野', '家', '𠮷野', '野家'] })
  expect(searchKeys('👍')).toEqual({
    text: '👍',
    grams: [],
    syllables: [],
    pinyin: [],
    initials: [],
    letters: [],
  })
})

test.each([
  ['zs', 'letters', 'zs', ['zs']],
  ['Zhang San', 'letters', 'zhangsan', []],
  ["xi'an", 'letters', 'xian', []],
  ['张', 'han', '张', ['张']],
  ['张三', 'han', '张三', ['张三']],
  ['张-三', 'han', '张-三', ['张', '三']],
  ['万科Ａ', 'mixed', '万科a', ['万科']],
  ['138-1234', 'digits', '1381234', []],
  ['0755 8888', 'digits', '7558888', []],
  ['+86 138', 'digits', '86138', []],
  ['0086 138 1234', 'digits', '861381234', []],
  ['000001', 'digits', '000001', []],
  ['001380', 'digits', '001380', []],
  ['91110108551385082q', 'code', '91110108551385082Q', []],
  [' \u3000', 'none', '', []],
])('%s asks for %s', (typed, kind, text, grams) => {
  expect(searchQuery(typed)).toMatchObject({ kind, text, grams })
})

test('every part of a name in Han characters is found through the grams of its query', () => {
  const file = readFileSync('test/data/listed-companies/stock_basic.csv', 'utf8')
  const names = file.split('\n').flatMap((line) => line.split(',')[2] ?? [])
  expect(names.length).toBeGreaterThan(5000)
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(5), fc.nat(4), (name, from, length) => {
      const query = searchQuery([...name].slice(from, from + length + 1).join(''))
      if (query.kind !== 'han' && query.kind !== 'mixed') return
      const keys = searchKeys(name)
      expect(keys.text).toContain(query.text)
      expect(keys.grams).toEqual(expect.arrayContaining(query.grams))
    }),
    { numRuns: 2000 },
  )
})

test('any name at all has keys that can be stored, and any query a kind', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const keys = searchKeys(text)
      expect(keys.pinyin.every((reading) => !/\s/.test(reading))).toBe(true)
      expect(JSON.stringify(searchQuery(text))).not.toContain('\\u0000')
    }),
    { numRuns: 2000 },
  )
})
