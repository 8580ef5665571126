import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openModule } from '../../flags/audience.ts'
import { sales } from '../../modules/sales/module.ts'
import { makeDeal } from '../modules/sales/make.ts'
import { until } from '../setup/until.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN', async ({ office }) => {
  await office.inScope('amy', (scope) =>
    openModule(scope, sales, [{ kind: 'everyone', variant: 'write' }], '试用商机'),
  )
  await until('sales is on', () =>
    // For amy it is off: it needs contacts, which are open for Sales alone.
    office.inScope('emil', async (scope) => scope.modules.state('sales') === 'write'),
  )
  for (const name of ['水泵采购', '阀门更换', '仪表升级', '滤芯供应'])
    await office.inScope('emil', (scope) => makeDeal(scope, office.app.product.registry, { name }))
})

const board = '/sales/deals?view=board'
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const cards = (page: Page, name: string) => column(page, name).locator('[data-card] .title')

test('emil drags a deal on, and moves another by the keys alone', async () => {
  const { page, complaints } = await stage.sit('emil')
  await page.goto(stage.url + board)
  const card = column(page, '初步接触').locator('[data-card]', { hasText: '水泵采购' })
  await card.dragTo(column(page, '需求确认').locator('[data-column]'))
  const announcer = page.locator('#announcer')
  await expect.poll(() => announcer.innerText()).toContain('水泵采购')
  expect(await cards(page, '需求确认').allInnerTexts()).toEqual(['水泵采购'])
  await cards(page, '初步接触').filter({ hasText: '阀门更换' }).focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => cards(page, '需求确认').allInnerTexts()).toEqual(['阀门更换', '水泵采购'])
  await expect.poll(() => announcer.innerText()).toContain('阀门更换')
  await page.reload()
  expect(await cards(page, '需求确认').allInnerTexts()).toEqual(['阀门更换', '水泵采购'])
  expect(complaints).toEqual([])
})

test('where a stage asks for more, the form opens and says what, and nothing has moved', async () => {
  const { page } = await stage.sit('emil')
  await page.goto(stage.url + board)
  const card = column(page, '初步接触').locator('[data-card]', { hasText: '仪表升级' })
  await card.dragTo(column(page, '方案报价').locator('[data-column]'))
  await page.waitForURL(/\/move\?/)
  await page.getByTestId('move-form').locator('[data-save]').click()
  await page.getByTestId('errors').waitFor()
  expect(await page.getByTestId('errors').innerText()).toContain('客户')
  await page.goto(stage.url + board)
  expect(await cards(page, '初步接触').allInnerTexts()).toContain('仪表升级')
})

test.each([true, false])('on a phone a deal is moved by its form; scripts: %s', async (scripts) => {
  const { page } = await stage.sit('emil', { width: 360, height: 740, scripts })
  await page.goto(stage.url + board)
  const [from, to] = scripts ? ['初步接触', '需求确认'] : ['需求确认', '初步接触']
  await column(page, from)
    .locator('[data-card]', { hasText: scripts ? '滤芯供应' : '水泵采购' })
    .locator('.board-move')
    .click()
  await page.getByTestId('move-form').getByText(to, { exact: true }).click()
  await page.getByTestId('move-form').locator('[data-save]').click()
  await page.waitForURL(/view=board/)
  expect(await cards(page, to).allInnerTexts()).toContain(scripts ? '滤芯供应' : '水泵采购')
  const width = await page.evaluate('document.documentElement.scrollWidth')
  expect(width).toBeLessThanOrEqual(360)
})
