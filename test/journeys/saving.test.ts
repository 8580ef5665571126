import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sideways } from '../setup/browser.ts'
import { faults, save } from './browsing.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN')

const record = /accounts\/[0-9a-f-]{36}$/
const count = async (page: Page, name: string) => {
  await page.goto(`${stage.url}/contacts/accounts?q=${encodeURIComponent(name)}`)
  return page.getByTestId('row').count()
}

/** Makes an account of Lin's. @returns its address */
async function newAccount(name: string): Promise<string> {
  const answer = await stage.office.as('lin').post('/contacts/accounts', { name, region: '上海' })
  expect(answer.status).toBe(303)
  return stage.url + answer.headers.get('location')
}

test.each([true, false])(
  'two quick clicks on Save make one account; scripts: %s',
  async (scripts) => {
    const { page } = await stage.sit('lin', { scripts })
    const name = scripts ? '宁波双击贸易有限公司' : '温州双击贸易有限公司'
    await page.goto(`${stage.url}/contacts/accounts/new`)
    await page.fill('[name=name]', name)
    await page.locator('[data-save]').dblclick()
    await page.waitForURL(record)
    expect(await count(page, name)).toBe(1)
  },
)

test.each([true, false])(
  'when two save the same account, the second sees both sides and loses nothing; scripts: %s',
  async (scripts) => {
    const address = await newAccount(`苏州两人机械有限公司${scripts ? '' : '二部'}`)
    const lin = await stage.sit('lin', { scripts })
    const amy = await stage.sit('lin', { scripts })
    for (const { page } of [lin, amy]) await page.goto(`${address}/edit`)
    await lin.page.fill('[name=region]', '苏州')
    await lin.page.fill('[name=industry]', '机械')
    await save(lin.page, address)
    await amy.page.fill('[name=region]', '昆山')
    await amy.page.fill('[name=about]', '老客户，账期 30 天')
    await amy.page.locator('main [data-save]').click()
    const conflict = amy.page.getByTestId('conflict')
    await conflict.waitFor()
    const said = await conflict.innerText()
    for (const side of ['苏州', '昆山', '机械', '老客户，账期 30 天']) expect(said).toContain(side)
    expect(said, 'what both left alone is no question').not.toContain('两人机械')
    await conflict.locator('[name=region][value=昆山]').check()
    await conflict.locator('[name=about][value^=老客户]').check()
    await conflict.locator('[name=industry][value=机械]').check()
    await conflict.locator('button[type=submit]').click()
    await amy.page.waitForURL(address)
    const kept = await amy.page.locator('.details').innerText()
    for (const side of ['昆山', '机械', '老客户，账期 30 天']) expect(kept).toContain(side)
    expect([...faults(lin), ...faults(amy)]).toEqual([])
  },
)

test('whoever leaves a changed form is asked first, and what was typed is still there', async () => {
  const { page } = await stage.sit('lin')
  await page.goto(`${stage.url}/contacts/accounts/new`)
  await page.fill('[name=name]', '没有保存的客户')
  const asked = page.waitForEvent('dialog')
  const leaving = page.locator('.trail a').click({ noWaitAfter: true })
  await (await asked).dismiss()
  await leaving
  expect(page.url()).toMatch(/accounts\/new$/)
  expect(await page.inputValue('[name=name]')).toBe('没有保存的客户')
  page.on('dialog', (dialog) => dialog.accept())
  await page.locator('.trail a').click()
  await page.waitForURL(`${stage.url}/contacts/accounts`)
  expect(await count(page, '没有保存')).toBe(0)
})

test('a wrong form keeps what was typed and says beside each field what to do', async () => {
  const { page } = await stage.sit('lin')
  await page.goto(`${stage.url}/contacts/accounts/new`)
  await page.fill('[name=name]', '无锡试错有限公司')
  await page.fill('[name=employees]', '很多')
  await page.fill('[name=about]', '第一行\n第二行 <b>')
  await page.locator('[data-save]').click()
  await page.locator('#form-employees-error').waitFor()
  expect(await page.inputValue('[name=about]')).toBe('第一行\n第二行 <b>')
  expect(await page.inputValue('[name=employees]')).toBe('很多')
  await page.fill('[name=employees]', '１．２万')
  await save(page, record)
  expect(await page.locator('main').innerText(), 'read as it was meant').toContain('12,000')
  expect(await page.locator('.details').innerText(), 'line by line').toContain('第一行\n第二行 <b>')
  await page.goto(`${page.url()}/edit`)
  await page.fill('[name=about]', '第三行\n第四行')
  await save(page, record)
  const history = await page.locator('.changes').innerText()
  for (const lines of ['第一行\n第二行 <b>', '第三行\n第四行']) expect(history).toContain(lines)
})

test('a tag is asked for again beside its field, and the longest one sticks out of no page', async () => {
  const address = await newAccount('台州长标签有限公司')
  const { page } = await stage.sit('lin', { width: 360 })
  await page.goto(`${stage.url}/contacts/accounts?q=${encodeURIComponent('台州长标签')}`)
  await page.locator('#list [name=id]').first().check()
  await page.locator('#bulk [value=tag]').click()
  await page.locator('#form-name').fill('很'.repeat(41))
  await page.locator('main [data-save]').click()
  await page.locator('#form-name-error').waitFor()
  expect(await page.locator('.toast-card').count(), 'it is no failure of the product').toBe(0)
  expect(await page.locator('#form-name').inputValue()).toHaveLength(41)
  await page.locator('#form-name').fill('W'.repeat(40))
  await page.locator('main [data-save]').click()
  await page.waitForURL(/accounts\?/)
  expect(await sideways(page)).toBe(0)
  await page.goto(address)
  expect(await sideways(page)).toBe(0)
  await page.setViewportSize({ width: 1440, height: 860 })
  const tag = await page.locator('.tag-line .tag').first().boundingBox()
  const summary = await page.locator('.record-summary').boundingBox()
  if (!tag || !summary) throw new Error('The page shows no tag.')
  expect(tag.x + tag.width).toBeLessThanOrEqual(summary.x + summary.width)
})

test('a customer is picked by pinyin, and Enter picks before it sends the form', async () => {
  await newAccount('平安拼音银行')
  const made = await stage.office.as('lin').post('/contacts/people', { name: '拼音联系人' })
  const { page } = await stage.sit('lin')
  await page.goto(stage.url + made.headers.get('location'))
  await page.locator('.link-form summary').click()
  const field = page.locator('#link-account')
  await field.pressSequentially('pinganpinyin')
  await page.locator('.link-form [role=option]').first().waitFor()
  await field.press('Enter')
  expect(await field.inputValue()).toBe('平安拼音银行')
  await page.locator('#link-role').fill('采购经理')
  await page.locator('.link-form [data-save]').click()
  await page.locator('.linked').getByText('采购经理').waitFor()
  await page.locator('.link-form summary').click()
  await field.pressSequentially('没有这一家')
  await page.locator('.link-form .combo p').waitFor()
})
