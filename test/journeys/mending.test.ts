import { describe, expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { sideways } from '../setup/browser.ts'
import { save } from './browsing.ts'
import { stageFor } from './stage.ts'

/** A list with one cell that cannot be taken, and one row that lacks its name. */
const listOf = (width: number): string =>
  [
    '客户名称,统一社会信用代码,创建时间,创建人',
    `宁波海川机电${width}有限公司,91310000MA1FL0A1ZZ,2019-03-02,张三`,
    `杭州远山食品${width}有限公司,,2020-05-06,`,
    ',,,',
    ',,2021-01-01,李四',
  ].join('\n')

const numbers = (texts: string[]): number[] =>
  texts.map((text) => Number(text.replaceAll(/\D/g, '')))

describe.each(['zh-CN', 'en'] as Locale[])('in %s', (locale) => {
  const stage = stageFor(locale)

  test.each([1440, 390])(
    'lin mends a bad cell on the page, imports, reads whose record it was, and takes it all back; %i px',
    async (width) => {
      const { page, complaints } = await stage.sit('lin', { width })
      await page.goto(`${stage.url}/admin/import`)
      await page.check('[name=kind][value=accounts]')
      const buffer = Buffer.from(listOf(width))
      await page.setInputFiles('[name=file]', { name: 'list.csv', mimeType: 'text/csv', buffer })
      await page.locator('[data-save]').click()
      const problems = page.getByTestId('import-problems')
      await problems.waitFor()
      expect(await page.getByTestId('column-profile').count()).toBe(4)
      expect(await sideways(page)).toBe(0)
      const cell = problems.locator('[name="cell-2-1"]')
      expect(await cell.inputValue()).toBe('91310000MA1FL0A1ZZ')
      await cell.fill('91110000802100433B')
      await problems.locator('[data-save]').click()
      await cell.waitFor({ state: 'detached' })
      expect(await problems.locator('input[type=text]').count()).toBe(1)
      await page.getByTestId('import-start').click()
      const result = page.getByTestId('import-result')
      await result.waitFor()
      expect(numbers(await result.locator('.stats dd').allInnerTexts())).toEqual([2, 0, 0, 1])
      expect(await sideways(page)).toBe(0)
      const imported = page.url()

      await page.goto(`${stage.url}/contacts/accounts?q=${encodeURIComponent(`海川机电${width}`)}`)
      await page.getByTestId('row').locator('th a').click()
      const history =
        locale === 'en' ? 'originally by 张三, 2 Mar 2019' : '原由张三创建于2019年3月2日'
      await page.getByText(history).waitFor()

      await page.goto(`${imported}/undo`)
      expect(await sideways(page)).toBe(0)
      await save(page, imported)
      await page
        .getByText(locale === 'en' ? 'Archived' : '已归档')
        .first()
        .waitFor()
      await page.goto(`${stage.url}/contacts/accounts?q=${encodeURIComponent(`海川机电${width}`)}`)
      expect(await page.getByTestId('row').count()).toBe(0)
      expect(complaints).toEqual([])
    },
  )
})
