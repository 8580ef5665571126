import { expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { seeded } from '../../core/seed/random.ts'
import { modules } from '../../modules/index.ts'
import { faults } from './browsing.ts'
import { type Stage, stageFor } from './stage.ts'

const fill = async ({ office }: Stage) => {
  const seed = modules.flatMap(({ seeds = [] }) => seeds).find(({ key }) => key === 'accounts')
  await office.inScope('amy', async (scope) => seed?.make(scope, 500, seeded(7)))
}
const stages: [Locale, ReturnType<typeof stageFor>][] = [
  ['zh-CN', stageFor('zh-CN', fill)],
  ['en', stageFor('en', fill)],
]

const words = {
  'zh-CN': { name: '华东重点', save: '另存为新视图…', combined: '组合条件…' },
  en: {
    name: 'Key regions',
    save: 'Save as a new view…',
    combined: 'Combine conditions…',
  },
} as const

test.each(stages)(
  'in %s, Lin combines conditions, saves the list as a view, and tags all of it at once',
  async (locale, stage) => {
    const t = words[locale]
    const visit = await stage.sit('lin')
    const { page } = visit
    const rows = page.getByTestId('row')
    await page.goto(`${stage.url}/contacts/accounts`)
    await page.locator('.tools details > summary').first().click()
    await page.locator('form#filter a', { hasText: t.combined }).click()
    await page.getByTestId('conditions').waitFor()
    await page.locator('[name=new]').selectOption('region')
    await page.getByTestId('add').click()
    await page.locator('[name=operator0]').selectOption('filled')
    await page.locator('[name=new]').selectOption('created')
    await page.getByTestId('add').click()
    await page.locator('[name=operator1]').selectOption('past')
    expect(await page.locator('[name=days1]').isVisible()).toBe(true)
    expect(await page.locator('[name=period1]').isVisible()).toBe(false)
    await page.fill('[name=days1]', '3000')
    await page.locator('.conditions .btn-primary').click()
    await page.waitForURL(/where=/)
    await rows.first().waitFor()
    expect(await page.locator('.chip').count()).toBe(2)

    await page.locator('.view-row summary').click()
    await page.locator('.view-deeds a', { hasText: t.save }).click()
    await page.fill('main [name=name]', t.name)
    await page.locator('main [data-save]').click()
    await page.waitForURL(/view=/)
    expect(await page.locator('.views [aria-current]').innerText()).toContain(t.name)

    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/accounts\/[0-9a-f-]{36}$/)
    await page.locator('.trail a').first().click()
    await rows.first().waitFor()
    expect(await page.locator('.views [aria-current]').innerText()).toContain(t.name)

    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('x')
    await page.locator('.bulk-all [name=all]').check()
    await page.locator('.bulk-bar [name=do][value=tag]').click()
    await page.getByTestId('bulk-scope').waitFor()
    expect(await page.locator('.bulk-scope .chip').count()).toBe(2)
    await page.fill('main [name=name]', 'all of them')
    await page.locator('main [data-save]').click()
    await page.getByTestId('run-result').waitFor()
    expect(await page.locator('.stats, .stat').first().innerText()).toMatch(/\d/)

    await page.keyboard.press('?')
    await page.locator('#keys-dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('#keys-dialog').isVisible()).toBe(false)
    expect(faults(visit)).toEqual([])
  },
)
