import { array, assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { Colleague } from '../../../core/access/directory.ts'
import { mentionedIn } from '../../../core/records/mentions.ts'

const cast = ['李明', '李明明', 'Ann', 'Ann Lee', '林岚', '林岚'].map(
  (name, at): Colleague => ({ id: String(at), name, left: false, login: '' }),
)
const left: Colleague = { id: 'left', name: '孙悦', left: true, login: '' }
const called = (text: string) => mentionedIn(text, [...cast, left]).map(({ id }) => id)

test.each([
  ['@李明 看一下', ['0']],
  ['请＠李明明看一下', ['1']],
  ['@Ann, and @Ann Lee.', ['2', '3']],
  ['@Annabel is nobody here', []],
  ['@林岚：两位同名', ['4', '5']],
  ['@孙悦 has left', []],
  ['mail ann@lee.example', []],
  ['', []],
])('“%s” calls %j', (text, ids) => {
  expect(called(text)).toEqual(ids)
})

test('whoever is called by their whole name is found, wherever it stands, and found once', () => {
  assert(
    property(constantFrom(...cast), array(string()), (one, around) => {
      const clean = around.map((words) => words.replaceAll(/[@＠\p{L}\p{N}]/gu, ''))
      const text = `${clean.join(' ')} @${one.name} ${clean.join(' ')} @${one.name}`
      const ids = called(text)
      expect(ids).toContain(one.id)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
