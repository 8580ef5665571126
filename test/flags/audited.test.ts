import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recordText } from '../../core/records/messages.ts'
import { audited } from '../../flags/audited.ts'

const source = readdirSync('flags', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('flags', name), 'utf8'))
  .join('\n')

const found = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map(([, name]) => name))

test('everything the console writes into the audit trail has a name there', () => {
  const written = found(/(?:object|Object)(?: =|:) '((?:flags|rollout)\.[a-z-]+)'/g)
  expect(written.size).toBeGreaterThan(20)
  const named = new Set<string>(['flags.module', ...audited.map(({ object }) => object)])
  expect([...written].filter((object) => object && !named.has(object))).toEqual([])
})

test.each(['en', 'zh-CN'] as const)('every deed of it is worded, %s', (locale) => {
  const deeds = found(/action: '([a-z-]+)'/g)
  expect(deeds.size).toBeGreaterThan(15)
  const { actions } = recordText(locale)
  expect([...deeds].filter((deed) => deed && !Object.hasOwn(actions, deed))).toEqual([])
})
