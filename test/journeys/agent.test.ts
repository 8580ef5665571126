import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, sideways } from '../setup/browser.ts'
import { save } from './browsing.ts'
import { furnishDesk, subjects } from './desk.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN', (stage) => furnishDesk(stage, 'service'))

const state = (page: Page) => page.locator('.record-summary .pills').innerText()

test('sun takes what presses most, answers with a saved reply on a phone, waits, and solves it', async () => {
  const { page, complaints } = await stage.sit('sun', { width: 390 })
  await page.goto(`${stage.url}/service/desk`)
  await page.locator('[data-tour=next-ticket] button').click()
  await page.waitForURL(/\/service\/tickets\/[0-9a-f-]{36}$/)
  const ticket = page.url()
  expect(await page.locator('h1').innerText()).toContain(subjects.pressing)
  expect(await page.locator('.record-summary').innerText()).toContain('首次响应')
  expect(await sideways(page)).toBe(0)
  await page.getByTestId('macro-aid').getByText('转为加急').click()
  await page.getByTestId('use-macro').getByText('加急').first().waitFor()
  await save(page, ticket)
  expect(await page.locator('.record-summary').innerText(), 'tagged by a macro').toContain('加急')
  await page.getByTestId('macro-aid').getByText('已收到，处理中').click()
  const words = page.locator('[data-testid=use-macro] [name=text]')
  expect(await words.inputValue(), 'filled in for this ticket').toContain('周女士，您好！工单 T')
  await words.fill(`${await words.inputValue()}\n请先断电三分钟。`)
  await save(page, ticket)
  expect(await state(page)).toContain('待客户回复')
  expect(await page.getByTestId('conversation').innerText()).toContain('请先断电三分钟。')
  await page.locator('[name=kind][value=customer]').check()
  await page.fill('#compose [name=text]', '好了，谢谢！')
  await page.getByTestId('compose-form').locator('[data-save]').click()
  await page.getByText('好了，谢谢！').waitFor()
  expect(await state(page)).toContain('待我方处理')
  await page.getByTestId('state-form').locator('select').selectOption({ label: '已解决' })
  await page.getByTestId('state-form').locator('button').click()
  await page.locator('.record-summary .pills', { hasText: '已解决' }).waitFor()
  expect(await page.getByTestId('next-steps').count(), 'nothing is asked for any more').toBe(0)
  expect(await sideways(page)).toBe(0)
  expect(await axe(page)).toEqual([])
  expect(complaints).toEqual([])
})
