import { afterAll, beforeAll, expect, test } from 'vitest'
import { sideways } from '../../setup/browser.ts'
import { type Listening, openListening } from '../listening.ts'
import { typedLine } from './make.ts'

let firm: Listening
beforeAll(async () => {
  firm = await openListening([])
  for (const category of ['acquisition', 'staff', 'coordination', 'maintenance'])
    await firm.office
      .as('amy')
      .post('/rollout/cost/lines', typedLine(category, '12345678', { category }))
})
afterAll(() => firm.close())

test.each([
  ['en', 390],
  ['zh-CN', 390],
  ['en', 360],
] as const)('sums of eight digits move in their own box, in %s at %d px', async (locale, width) => {
  const { page } = await firm.pageOf('amy', locale, width)
  await page.goto(`${firm.address}/rollout/cost`)
  expect(await page.getByTestId('cost-categories').innerText()).toContain('12,345,678')
  expect(await sideways(page)).toBe(0)
})
