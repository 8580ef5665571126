import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openModule } from '../../flags/audience.ts'
import { contacts } from '../../modules/contacts/module.ts'
import { sales } from '../../modules/sales/module.ts'
import { makeAccount } from '../modules/sales/papers.ts'
import { until } from '../setup/until.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN', async ({ office }) => {
  for (const module of [contacts, sales])
    await office.inScope('amy', (scope) =>
      openModule(scope, module, [{ kind: 'everyone', variant: 'write' }], '试用报价与合同'),
    )
  await until('sales is on', () =>
    office.inScope('sun', async (scope) => scope.modules.state('sales') === 'write'),
  )
  await makeAccount(office, '东方机械')
})

const phone = { width: 390, height: 844 }

/** Sends the form that goes to an address with this end. */
/** Sends a form and waits for the page that it leads to. */
const send = async (page: Page, end: string, button = '[data-save]') => {
  const led = page.waitForEvent('load')
  await page.locator(`form[action$="${end}"] ${button}`).first().click()
  await led
}

const fits = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)

let quote = ''
let contract = ''

test('emil offers more than he may alone, and lin agrees to it on her phone', async () => {
  const { page } = await stage.sit('emil', phone)
  await page.goto(`${stage.url}/sales/quotes/new`)
  await page.fill('[name=account]', '东方机械')
  await page.fill('[name=line-0-product]', '齿轮箱')
  await page.fill('[name=line-0-price]', '1万')
  await page.fill('[name=line-0-discount]', '25')
  await fits(page)
  await send(page, '/sales/quotes')
  await page.waitForURL(/\/sales\/quotes\/[0-9a-f-]{36}/)
  quote = new URL(page.url()).pathname
  await page.fill('[name=reason]', '老客户，一次订足全年的量')
  await send(page, '/release')
  await page.getByTestId('waiting').waitFor()
  const lin = await stage.sit('lin', phone)
  await lin.page.goto(stage.url)
  await lin.page.getByTestId('approval-card').locator('a[href^="/sales/approvals/"]').click()
  await lin.page.getByTestId('decide').waitFor()
  expect(await lin.page.locator('main').innerText()).toContain('老客户，一次订足全年的量')
  await fits(lin.page)
  await lin.page.getByTestId('decide').locator('[data-save]').click()
  await lin.page.getByTestId('decide').waitFor({ state: 'detached' })
  await page.goto(stage.url + quote)
  await page.getByTestId('decide').waitFor()
  await fits(page)
})

test('it becomes a contract with instalments; money comes in part, and the overdue rest is red', async () => {
  const { page, complaints } = await stage.sit('emil', phone)
  await page.goto(stage.url + quote)
  await send(page, '/decide')
  await page.locator('a[href^="/sales/contracts/new?quote="]').click()
  await page.fill('[name=name]', '齿轮箱供货合同')
  await send(page, '/sales/contracts')
  await page.waitForURL(/\/sales\/contracts\/[0-9a-f-]{36}/)
  contract = new URL(page.url()).pathname
  await send(page, '/release')
  for (const [dueOn, amount] of [
    ['2026年1月31日', '3000'],
    ['2099-12-31', '4500'],
  ] as const) {
    await page.goto(`${stage.url}${contract}/instalments/new`)
    await page.fill('[name=dueOn]', dueOn)
    await page.fill('[name=amount]', amount)
    await send(page, '/instalments')
  }
  await page.goto(`${stage.url}${contract}/receipts/new`)
  await page.fill('[name=amount]', '1000')
  await fits(page)
  await send(page, '/receipts')
  await page.getByTestId('receipts').waitFor()
  expect(await page.locator('.pill.red').allInnerTexts()).toContain('已逾期')
  expect(await page.locator('.stats').innerText()).toMatch(/2,000/)
  await fits(page)
  expect(complaints).toEqual([])
})

test('lin sees at her desk, in English, what is late; sun of another department finds nothing', async () => {
  const { page } = await stage.sit('lin', { locale: 'en', width: 1440, height: 900 })
  await page.goto(`${stage.url}/sales/contracts?late=1`)
  const row = page.getByTestId('row').filter({ hasText: '齿轮箱供货合同' })
  expect(await row.locator('.pill.red').innerText()).toContain('2,000')
  await page.goto(`${stage.url}/sales/receivables`)
  expect(await page.locator('main').innerText()).toContain('2,000')
  const sun = await stage.sit('sun', phone)
  for (const list of ['quotes', 'contracts', 'receipts']) {
    await sun.page.goto(`${stage.url}/sales/${list}`)
    expect(await sun.page.getByTestId('row').count()).toBe(0)
  }
  for (const address of [quote, contract])
    expect((await sun.page.goto(stage.url + address))?.status()).toBe(404)
})
