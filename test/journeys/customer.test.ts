import { expect, test } from 'vitest'
import { mailRating } from '../../modules/service/ratings/mailing.ts'
import { switchServiceOn } from '../modules/service/service-office.ts'
import { axe, sideways } from '../setup/browser.ts'
import { save } from './browsing.ts'
import { postForFile } from './post.ts'
import { stageFor } from './stage.ts'

const post = postForFile()
let form: string
const stage = stageFor(
  'zh-CN',
  async ({ office }) => {
    await switchServiceOn(office)
    form = await post.connect(office, office.departments.service)
  },
  post.env,
)
/** What colleagues tell one another, and no customer. */
const inside = '她上月也投诉过，先别承诺赔偿'
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

test('zhou asks on the site; sun answers by mail and solves it; by the link of the next mail she rates, once', async () => {
  const { office, url } = stage
  const { page: zhou, complaints } = await stage.sit(undefined, { width: 390 })
  await zhou.goto(url + form)
  expect(await axe(zhou)).toEqual([])
  expect(await sideways(zhou)).toBe(0)
  await zhou.fill('[name=name]', '周敏')
  await zhou.fill('[name=email]', 'zhou@customer.example')
  await zhou.fill('[name=subject]', '标签机卡纸')
  await zhou.fill('[name=text]', '换了纸卷以后一直卡纸。')
  await zhou.check('[name=agree]')
  await zhou.locator('[data-save]').click()
  expect(await zhou.getByTestId('sent').innerText()).toContain('工单号')

  const { page } = await stage.sit('sun')
  await page.goto(`${url}/service/tickets`)
  await page.getByTestId('row').locator('a', { hasText: '标签机卡纸' }).click()
  await page.waitForURL(/tickets\/[0-9a-f-]{36}$/)
  const said = page.getByTestId('conversation')
  expect(await said.innerText()).toContain('换了纸卷以后一直卡纸。')
  const write = async (kind: string, text: string) => {
    await page.locator(`[name=kind][value=${kind}]`).check()
    await page.fill('#compose [name=text]', text)
    await page.getByTestId('compose-form').locator('[data-save]').click()
    await said.getByText(text).waitFor()
  }
  await write('note', inside)
  await write('answer', '请先取下纸卷，再合上后盖。')
  const [letter] = await post.arrived(1)
  expect(letter?.text).toContain('请先取下纸卷')
  await page.getByTestId('state-form').locator('select').selectOption({ label: '已解决' })
  await page.getByTestId('state-form').locator('button').click()
  await page.locator('.record-summary .pills', { hasText: '已解决' }).waitFor()
  const ticket = page.url().split('/').at(-1) ?? ''
  // She has an hour to write again before she is asked; the errand is run as it would be then.
  await office.inScope('sun', (scope) => mailRating(scope, office.app.product.env, ticket))
  const mails = await post.arrived(2)
  const [link = ''] = /\/portal\/ratings\/[\w-]+/.exec(mails[1]?.text ?? '') ?? []
  expect(mails.map(({ text, html }) => `${text}${html}`).join()).not.toContain(inside)

  await zhou.goto(url + link)
  expect(await axe(zhou)).toEqual([])
  expect(await sideways(zhou)).toBe(0)
  expect(await zhou.locator('body').innerText()).not.toContain(inside)
  await zhou.fill('[name=comment]', '等了两天才有人答复')
  await zhou.getByTestId('scores').locator('button[value="2"]').click()
  await zhou.getByText('我们会尽快回访').waitFor()
  await zhou.goto(url + link)
  expect(await zhou.getByTestId('rated').innerText()).toContain('您已评价过：2 分')
  expect(await zhou.locator('button[name=score]').count()).toBe(0)
  await office.stranger().post(link, { score: '5', comment: '改主意了' })
  expect(complaints).toEqual([])

  await page.goto(`${url}/service/tickets/${ticket}`)
  await page
    .getByText(/^回访：/)
    .first()
    .waitFor()
  const { page: report } = await stage.sit('amy')
  await report.goto(`${url}/service/reports/satisfaction`)
  const figures = await report.locator('main').innerText()
  expect(figures).toContain('收到评价 1 条')
  expect(figures).toContain('等了两天才有人答复')
  expect(figures).not.toContain('改主意了')
})
