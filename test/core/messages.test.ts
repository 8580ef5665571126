import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../core/root.ts'

type Texts = { [key: string]: string | ((...values: never[]) => unknown) | Texts }

/** Reviewed: what reads the same in both languages. */
const neutral = new Set([
  // An encoding and the programs that want it.
  'core/transfer/pages/messages exportUtf8',
  // Languages are called by their own names.
  'core/records/messages values.locale.en',
  'core/records/messages values.locale.zh-CN',
  // English that shows how Chinese amounts may be typed.
  'core/values/messages notANumber',
  'core/values/messages notMoney',
  // Names in a row, and a count: the signs say it all.
  'flags/messages departments()',
  'flags/messages modules.count()',
  'flags/gates/messages decidedByTwo()',
])

const folders = globSync('{core,flags,modules,views}/**/messages/en.ts', { cwd: root })
  .map(dirname)
  .sort()

/** Both languages of one folder. Each file exports one catalogue. */
async function read(folder: string): Promise<Record<'en' | 'zh-CN', Map<string, string>>> {
  const load = async (locale: string) => {
    const exported: Record<string, Texts> = await import(join(root, folder, `${locale}.ts`))
    const [texts, ...more] = Object.values(exported)
    expect(more, `${folder}/${locale}.ts`).toEqual([])
    return flat(texts ?? {})
  }
  return { en: await load('en'), 'zh-CN': await load('zh-CN') }
}

/** Texts by their path; what takes values is said with samples, and its path ends in `()`. */
function flat(texts: Texts, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    const at = path ? `${path}.${key}` : key
    if (typeof value === 'string') found.set(at, value)
    else if (typeof value === 'function') found.set(`${at}()`, said(value))
    else for (const [below, text] of flat(value, at)) found.set(below, text)
  }
  return found
}

/** A sentence filled with figures, which are neither English nor Chinese: as numbers, texts or lists. */
function said(sentence: (...values: never[]) => unknown): string {
  const figures = [7, 11, 13, 17, 19, 23]
  for (const values of [figures, figures.map(String), figures.map((one) => [String(one)])])
    try {
      return String(sentence(...(values as never[])))
    } catch {
      // It takes other values.
    }
  throw new Error(`A message takes neither numbers, texts nor lists: ${sentence}`)
}

test('all catalogues were found', () => {
  expect(folders.length).toBeGreaterThanOrEqual(10)
  expect(folders).toEqual(expect.arrayContaining(['core/i18n/messages', 'views/messages']))
})

describe.each(folders)('%s', (folder) => {
  test('says the same things in both languages', async () => {
    const texts = await read(folder)
    expect(texts.en.size).toBeGreaterThan(3)
    expect([...texts['zh-CN'].keys()].sort()).toEqual([...texts.en.keys()].sort())
  })

  test('is Chinese in Chinese and English in English', async () => {
    const texts = await read(folder)
    const wrong = [...texts['zh-CN']].filter(([key, text]) => {
      const english = texts.en.get(key) ?? ''
      if (text.trim() === '' || english.trim() === '') return true
      if (neutral.has(`${folder} ${key}`) || !/\p{L}/u.test(text + english)) return false
      return text === english || !/\p{Script=Han}/u.test(text) || /\p{Script=Han}/u.test(english)
    })
    expect(wrong).toEqual([])
  })

  test('has full-width punctuation in Chinese, and plain punctuation in English', async () => {
    const texts = await read(folder)
    const halfWidth = /\p{Script=Han}\s*[,;:?!.](?!\w)|[,;:?!]\s*\p{Script=Han}/u
    const chinese = [...texts['zh-CN']].filter(([, text]) => halfWidth.test(text))
    const english = [...texts.en].filter(([, text]) => /[，。；：？！（）]/.test(text))
    expect([...chinese, ...english]).toEqual([])
  })
})
