import { expect, test } from 'vitest'
import { password } from '../setup/cast.ts'
import { save } from './browsing.ts'
import { ownFile, refusedName } from './own-file.ts'
import { stageFor } from './stage.ts'

const stage = stageFor('zh-CN')
const plain = { scripts: false, width: 360 }

test('without scripts Lin signs in, is told what is wrong with a form, and adds an account', async () => {
  const { page } = await stage.sit(undefined, plain)
  await page.goto(`${stage.url}/contacts/accounts/new`)
  await page.fill('[name=email]', 'lin@harbour.example')
  await page.fill('[name=password]', password)
  await page.locator('[data-save]').click()
  await page.waitForURL('**/contacts/accounts/new')
  await page.fill('[name=phone]', '０２１－６１００８８８８')
  await page.locator('[data-save]').click()
  await page.getByTestId('errors').waitFor()
  expect(await page.inputValue('[name=phone]')).toBe('０２１－６１００８８８８')
  await page.fill('[name=name]', '无脚本有限公司')
  await save(page, /accounts\/[0-9a-f-]{36}$/)
  expect(await page.locator('main').innerText()).toContain('021 6100 8888')
  await page.locator('.write-note > summary').click()
  await page.fill('[name=body]', '没有脚本也能写备注')
  await page.getByTestId('note-form').locator('[data-save]').click()
  await page.getByText('没有脚本也能写备注').waitFor()
  await page.goto(`${stage.url}/contacts/accounts`)
  await page.fill('#list-search', 'wujiaoben')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=wujiaoben/)
  expect(await page.getByTestId('row').allInnerTexts()).toEqual([
    expect.stringContaining('无脚本有限公司'),
  ])
})

test('without scripts Amy opens a module by its preview and takes it back', async () => {
  const { page } = await stage.sit('amy', plain)
  const here = `${stage.url}/admin/modules/contacts`
  await page.goto(here)
  await page.check(`[name=departments][value="${stage.office.departments.service}"]`)
  await page.locator('form[action$="/preview"] [data-save]').click()
  expect(await page.getByTestId('gained').innerText()).toContain('孙悦')
  await page.fill('[name=reason]', '客服部也来试用')
  await save(page, here)
  expect(await page.getByTestId('members').innerText()).toContain('孙悦')
  await page.locator('a[href*="/undo?change="]').first().click()
  await page.fill('[name=reason]', '还太早')
  await save(page, here)
  expect(await page.getByTestId('members').innerText()).not.toContain('孙悦')
})

test('without scripts Lin imports a file, and sees the end of it by asking again', async () => {
  const { page } = await stage.sit('lin', plain)
  await page.goto(`${stage.url}/admin/import?kind=accounts`)
  await page.setInputFiles('[name=file]', ownFile)
  await page.locator('[data-save]').click()
  await page.getByTestId('import-start').click()
  const result = page.getByTestId('import-result')
  await expect
    .poll(async () => {
      await page.goto(page.url())
      return result.isVisible()
    })
    .toBe(true)
  const [created] = await result.locator('dd').allInnerTexts()
  expect(created).toBe('3')
  await page.goto(`${stage.url}/contacts/accounts?q=${encodeURIComponent(refusedName)}`)
  expect(await page.getByTestId('row').count(), 'what was refused is not there').toBe(0)
})
