import { expect, test } from 'vitest'
import { save } from './browsing.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN')

const record = /accounts\/[0-9a-f-]{36}$/
const form = '/contacts/accounts/new'

test('while lin types a customer she has, she is told before she saves, and may say it is another one', async () => {
  const { page, complaints } = await stage.sit('lin')
  await page.goto(stage.url + form)
  await page.fill('[name=name]', '宁波海川机电有限公司')
  await save(page, record)
  await page.goto(stage.url + form)
  await page.fill('[name=name]', '宁波海川机电股份有限公司')
  const similar = page.getByTestId('similar')
  await similar.waitFor()
  expect(await similar.innerText()).toContain('宁波海川机电有限公司')
  await page.fill('[name=industry]', '机电')
  await page.check('[name=anyway]')
  await save(page, record)
  expect(complaints).toEqual([])
})

test.each([true, false])(
  'lin looks for duplicates, merges the two, and takes it back; scripts: %s',
  async (scripts) => {
    const { page } = await stage.sit('lin', { scripts })
    await page.goto(`${stage.url}/contacts/duplicates`)
    await page.locator('form[action$=find] button').first().click()
    await expect
      .poll(
        async () => {
          await page.goto(`${stage.url}/contacts/duplicates`)
          return page.getByTestId('row').count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await page.getByTestId('row').locator('th a').click()
    await page.getByTestId('compare').waitFor()
    await page.locator('[name="field.industry"][value=b]').check()
    await page.getByTestId('compare').locator('button').click()
    await page.waitForURL(record)
    expect(await page.locator('main').innerText()).toContain('合并到这条记录')
    await page.goto(`${stage.url}/contacts/duplicates/merged`)
    await page.getByTestId('row').getByRole('button').click()
    await page.waitForURL(record)
    expect(await page.locator('main').innerText()).toContain('撤销了与')
  },
)
