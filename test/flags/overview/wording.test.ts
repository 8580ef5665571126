import { expect, test } from 'vitest'
import type { Reading } from '../../../flags/evidence/metric.ts'
import type { Weighed } from '../../../flags/gates/room.ts'
import type { Blocker } from '../../../flags/overview/reading.ts'
import { sayBlocker } from '../../../flags/overview/wording.ts'

const blocker = (kind: 'unlawful' | 'unknown', metric: string, reading: Reading): Blocker => ({
  ...{ kind, reading },
  criterion: { metric, direction: 'up', floor: 100, target: 100 } as Weighed,
})

test('what nobody has vouched for is said so, and not as if the evidence were thin', () => {
  const nothing = { state: 'insufficient' } as const
  const restore = blocker('unlawful', 'security.restore', nothing)
  expect(sayBlocker('en', restore)).toMatch(/^Restore of a backup tested: nobody has vouched/)
  expect(sayBlocker('zh-CN', restore)).toMatch(
    /^备份恢复演练通过：还没有人签认。.*任何人都不能绕过/,
  )
  const back = blocker('unknown', 'plan.roll-back', nothing)
  expect(sayBlocker('en', back)).toBe('Roll-back rehearsed: nobody has vouched for it yet.')
  expect(sayBlocker('zh-CN', back)).toBe('回退方案已演练：还没有人签认。')
})

test('what the product measures too little of stays too little evidence', () => {
  const few = blocker('unknown', 'ux.lite', { state: 'insufficient', n: 3 })
  expect(sayBlocker('en', few)).toContain('too little evidence')
  expect(sayBlocker('zh-CN', few)).toContain('依据不足')
})

test('what the law asks for and is not so is said in words, and a share as a share', () => {
  const contract = blocker('unlawful', 'contract.mandatory', { state: 'ok', value: 0 })
  expect(sayBlocker('en', contract)).toContain('agreed: not yet met. It is a legal')
  expect(sayBlocker('zh-CN', contract)).toContain('：还没有做到。')
  const privacy = blocker('unlawful', 'privacy.completeness', { state: 'ok', value: 84.2 })
  expect(sayBlocker('zh-CN', privacy)).toContain('：84.2%（要求不低于 100%）。')
  expect(sayBlocker('en', privacy)).toContain(': 84.2 %; required: at least 100 %. It is')
})

test('what has sunk below its floor is told from what has risen above its limit', () => {
  const off = (metric: string, direction: 'up' | 'down', floor: number): Blocker => ({
    ...{ kind: 'below', reading: { state: 'ok', value: 2 } },
    criterion: { metric, direction, floor, target: 1 } as Weighed,
  })
  expect(sayBlocker('en', off('help.load', 'down', 1.5))).toContain('at most 1.5 is required')
  expect(sayBlocker('zh-CN', off('help.load', 'down', 1.5))).toContain('不得高于 1.5')
  expect(sayBlocker('en', off('adoption.index', 'up', 45))).toContain('at least 45 is required')
})
