import { expect, test } from 'vitest'
import { addToList } from '../../core/new-module/list.ts'
import { type NewModule, RequestError, readRequest } from '../../core/new-module/request.ts'

/** The sentence with which a request is refused; empty when it is not. */
function refusal(...args: string[]): string {
  try {
    readRequest(args)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(RequestError)
    return (error as Error).message
  }
}

test('an id alone is enough; titles are the author’s to give', () => {
  expect(readRequest(['marketing'])).toEqual({
    id: 'marketing',
    titleEn: 'Marketing',
    titleZh: 'Marketing模块',
  } satisfies NewModule)
  const titled = readRequest(['marketing', '--title-en', 'Fairs', '--title-zh', '展会'])
  expect(titled).toMatchObject({ titleEn: 'Fairs', titleZh: '展会' })
})

test.each([
  [['Marketing'], /^"Marketing" is no module id: use 2 to 30 lower-case letters and digits/],
  [['my-module'], /^"my-module" is no module id/],
  [['../etc'], /^"..\/etc" is no module id/],
  [['admin'], /^"admin" is a name the core uses itself: choose another\.$/],
  [['flags'], /^"flags" is a name the core uses itself/],
  [[], /^Name one module: npm run new-module ID/],
  [['one', 'two'], /^Name one module/],
  [['fairs', '--title'], /Ask like this: npm run new-module ID/],
  [['fairs', '--title-en', '展会'], /^--title-en takes an English title/],
  [['fairs', '--title-zh', 'Fairs'], /^--title-zh takes a Chinese title/],
  [['fairs', '--title-zh', '展\n会'], /of one line/],
])('%j is refused with a sentence', (args, sentence) => {
  expect(refusal(...args)).toMatch(sentence)
})

test('a module is added behind all others, however the list is written', () => {
  const empty = 'export const modules: readonly Module[] = []\n'
  expect(addToList(empty, 'fairs')).toBe(
    "import { fairs } from './fairs/module.ts'\nexport const modules: readonly Module[] = [fairs]\n",
  )
  const two = 'export const modules: readonly Module[] = [\n  contacts,\n  sales,\n]\n'
  expect(addToList(two, 'fairs')).toContain('= [contacts, sales, fairs]')
  expect(() => addToList('export const modules = all()', 'fairs')).toThrow(/add "fairs" .* by hand/)
})
