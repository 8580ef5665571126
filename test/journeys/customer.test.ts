import { expect, test } from 'vitest'
import { makeRatingLink } from '../../modules/service/ratings/asking.ts'
import { openTicket } from '../../modules/service/tickets/opening.ts'
import { switchServiceOn } from '../modules/service/service-office.ts'
import { axe, sideways } from '../setup/browser.ts'
import { save } from './browsing.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN', ({ office }) => switchServiceOn(office))
const phone = { width: 360, scripts: false }

test('lin writes and publishes; a customer on a phone without scripts finds it, and says what is missing', async () => {
  const { page } = await stage.sit('lin')
  await page.goto(`${stage.url}/service/articles/new`)
  await page.fill('[name=name]', '打印机卡纸怎么办')
  await page.fill('[name=text]', '1. 打开**后盖**。\n2. 顺着出纸方向取出纸张。')
  await page.selectOption('[name=audience]', 'public')
  await page.fill('[name=category]', '故障排除')
  await save(page, /service\/articles\/[0-9a-f-]{36}$/)
  await page.getByTestId('publish').locator('[data-save]').click()
  await page.getByText('第 1 版').first().waitFor()
  expect(await axe(page)).toEqual([])
  const amy = await stage.sit('amy')
  await amy.page.goto(`${stage.url}/service/portal`)
  await amy.page.fill('[name=word]', 'harbour')
  await amy.page.check('[name=open]')
  await amy.page.getByTestId('portal-form').locator('[data-save]').click()
  const link = amy.page.locator('a[href*="/portal/harbour-"]')
  await link.waitFor()
  const address = new URL((await link.getAttribute('href')) ?? '').pathname
  const customer = await stage.sit(undefined, phone)
  await customer.page.goto(stage.url + address)
  await customer.page.fill('[name=q]', '卡纸')
  await customer.page.keyboard.press('Enter')
  await customer.page.locator('a', { hasText: '打印机卡纸怎么办' }).click()
  expect(await customer.page.locator('.prose strong').innerText()).toBe('后盖')
  expect(await sideways(customer.page)).toBe(0)
  await customer.page.check('[name=helped][value=no]')
  await customer.page.fill('[name=comment]', '后盖打不开')
  await customer.page.getByTestId('opinion').locator('[data-save]').click()
  await customer.page.getByText('谢谢您的反馈').waitFor()
  await page.reload()
  expect(await page.locator('main').innerText()).toContain('后盖打不开')
  expect(customer.complaints).toEqual([])
})

test('whoever holds the link rates with one tap, and is thanked when they tap again', async () => {
  const { office, url } = stage
  const token = await office.inScope('sun', async (scope) => {
    const opening = { subject: '打印机卡纸', channel: 'phone', fromName: '周敏' } as const
    const { id } = await openTicket(scope, office.app.product.registry, opening)
    return makeRatingLink(scope, id)
  })
  const { page } = await stage.sit(undefined, { width: 360 })
  await page.goto(`${url}/portal/ratings/${token}`)
  expect(await axe(page)).toEqual([])
  expect(await sideways(page)).toBe(0)
  await page.getByTestId('scores').locator('button').first().click()
  await page.getByTestId('rated').waitFor()
  await page.goto(`${url}/portal/ratings/${token}`)
  expect(await page.getByTestId('rated').innerText()).toContain('您已评价过：5 分')
})
