import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { namersOf, tellAction } from '../../../core/records/telling.ts'
import { openRegistry } from '../../../core/registry.ts'
import { root } from '../../../core/root.ts'
import { modules } from '../../../modules/index.ts'

const namers = namersOf(openRegistry(modules))
const named = /(?:\baction: |leaveTrace\(\s*scope,\s*registry,[^'{]*)'([a-z]+(?:-[a-z]+)*)'/g
const deeds = new Set<string>()

beforeAll(async () => {
  for await (const file of glob('{core,flags,modules}/**/*.{ts,tsx}', { cwd: root }))
    for (const [, deed = ''] of (await readFile(join(root, file), 'utf8')).matchAll(named))
      deeds.add(deed)
})

test('what an administrator reads in the audit trail is a word, whichever module wrote it', () => {
  expect(deeds.size).toBeGreaterThan(60)
  for (const known of ['created', 'merged', 'voided', 'rating-asked', 'sent-again'])
    expect(deeds).toContain(known)
  const bare = [...deeds].filter(
    (deed) => !/\p{Script=Han}/u.test(tellAction('zh-CN', namers, deed)),
  )
  expect(bare).toEqual([])
})

describe('one deed has its own name where it means something else', () => {
  test.each([
    ['sales.contract', '提交审批', 'submitted for approval'],
    ['training.course', '提交复核', 'asked for review of'],
  ])('submitting a %s', (object, chinese, english) => {
    expect(tellAction('zh-CN', namers, 'submitted', object)).toBe(chinese)
    expect(tellAction('en', namers, 'submitted', object)).toBe(english)
  })
  test('and a name that objects have of themselves is no deed', () => {
    expect(tellAction('en', namers, 'constructor', 'sales.contract')).toBe('constructor')
  })
})
