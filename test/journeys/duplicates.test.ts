import { describe, expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { contactsText } from '../../modules/contacts/messages.ts'
import { sideways } from '../setup/browser.ts'
import { save } from './browsing.ts'
import { stageFor } from './stage.ts'

const record = /accounts\/[0-9a-f-]{36}$/
const form = '/contacts/accounts/new'

/** One customer, as two people would write it. */
const written: Record<Locale, readonly [string, string]> = {
  'zh-CN': ['宁波海川机电有限公司', '宁波海川机电股份有限公司'],
  en: ['Haichuan Machinery Co., Ltd.', 'Haichuan Machinery Inc.'],
}

describe.each<Locale>(['zh-CN', 'en'])('one customer that is there twice, %s', (locale) => {
  const stage = stageFor(locale)
  const told = contactsText(locale).deeds
  const [first, second] = written[locale]

  test('while lin types a customer she has, she is told before she saves, at whatever field, and may say it is another one', async () => {
    const { page, complaints } = await stage.sit('lin')
    await page.goto(stage.url + form)
    await page.fill('[name=name]', first)
    await save(page, record)
    await page.goto(stage.url + form)
    await page.setViewportSize({ width: 390, height: 700 })
    await page.fill('[name=name]', second)
    const similar = page.getByTestId('similar')
    await similar.waitFor()
    expect(await similar.innerText()).toContain(first)
    await page.fill('[name=email]', 'somebody@else.example')
    const { y = -1 } = (await similar.boundingBox()) ?? {}
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(400)
    await page.fill('[name=industry]', '机电')
    await page.check('[name=anyway]')
    await save(page, record)
    expect(complaints).toEqual([])
  })

  test.each([
    { scripts: true, width: 1440 },
    { scripts: false, width: 1440 },
    { scripts: true, width: 390 },
  ])(
    'lin looks for duplicates, merges the two, and takes it back; $width px, scripts: $scripts',
    async (wish) => {
      const { page } = await stage.sit('lin', wish)
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
      expect(await sideways(page)).toBe(0)
      await page.getByTestId('compare').locator('button').click()
      await page.waitForURL(record)
      const names = [first, second]
      const says = async (tell: (name: string) => string) => {
        const text = await page.locator('main').innerText()
        expect(names.some((name) => text.includes(tell(name)))).toBe(true)
      }
      await says(told.merged)
      await page.goto(`${stage.url}/contacts/duplicates/merged`)
      expect(await sideways(page)).toBe(0)
      await page.getByTestId('row').getByRole('button').click()
      await page.waitForURL(record)
      await says(told.unmerged)
    },
  )
})
