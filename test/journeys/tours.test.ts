import { describe, expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { openModule } from '../../flags/audience.ts'
import { training } from '../../modules/training/module.ts'
import { axe, sideways } from '../setup/browser.ts'
import { until } from '../setup/product.ts'
import { type Stage, stageFor } from './stage.ts'

async function furnish({ office }: Stage): Promise<void> {
  const { inScope } = office
  await inScope('amy', (scope) =>
    openModule(scope, training, [{ kind: 'everyone', variant: 'write' }], 'everybody learns'),
  )
  await until(() => inScope('emil', async ({ modules }) => modules.state('training') === 'write'))
}

const words = {
  en: { title: 'Where help is', drafts: 'Being written', published: 'Version 1 is published' },
  'zh-CN': { title: '帮助在哪里', drafts: '编写中', published: '第 1 版已发布' },
}

describe.each(['en', 'zh-CN'] as const)('%s', (locale: Locale) => {
  const stage = stageFor(locale, furnish)
  let [address, writer] = ['', '']

  test('tara writes a tour by clicking on the pages it is about, previews it, and publishes it', async () => {
    const { page, complaints } = await stage.sit('tara')
    await page.goto(`${stage.url}/training/studio/tours/new`)
    await page.fill('[name=title-zh]', words['zh-CN'].title)
    await page.fill('[name=title-en]', words.en.title)
    await page.fill('[name=start]', '/training')
    await page.locator('main [data-save]').click()
    await page.getByTestId('write-on-page').waitFor()
    address = page.url()
    writer = (await page.locator('[data-write-tour]').getAttribute('data-write-tour')) ?? ''

    await page.getByTestId('write-on-page').click()
    await page.waitForURL(`${stage.url}/training`)
    const panel = page.locator('#tour-editor')
    await panel.waitFor()
    expect(await axe(page)).toEqual([])
    await page.locator('[data-tour=help]').click()
    expect(await page.locator('#help-dialog').count(), 'the click chooses and opens nothing').toBe(
      0,
    )
    expect(await panel.locator('[name=anchor]').inputValue()).toBe('help')
    await page.keyboard.type('?')
    await panel.locator('[name=title-zh]').fill('问号')
    await panel.locator('[name=title-en]').fill('The question mark')
    await panel.locator('[data-save]').click()
    await panel.locator('.error-summary').waitFor()
    expect(await panel.locator('[name=title-en]').inputValue()).toBe('The question mark')
    await panel.locator('[name=body-zh]').fill('在任何页面点这里，就能看到这一页的帮助。')
    await panel.locator('[name=body-en]').fill('On every page help about it is here.')
    await panel.locator('[data-save]').click()
    await panel.locator('[data-step="1"]').waitFor()

    await page.locator('#sidebar a[href="/training/tours"]').click()
    await page.waitForURL(`${stage.url}/training/tours`)
    await panel.locator('[data-step="1"]').waitFor()
    await page.locator('[data-tour=search]').click()
    await panel.locator('[name=body-zh]').fill('要找的内容，从这里搜。')
    await panel.locator('[name=body-en]').fill('Whatever you look for, search here.')
    await panel.locator('[data-save]').click()
    await panel.locator('[data-step="2"]').waitFor()
    expect(await axe(page)).toEqual([])

    await panel.locator('.preview-form [name=role]').selectOption('member')
    await panel.locator('.preview-form button').click()
    await panel.locator('[data-start-tour] button').click()
    await page.waitForURL(`${stage.url}/training`)
    await page.locator('.driver-popover').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor()
    await panel.getByTestId('leave-editor').click()
    await page.waitForURL(address)
    expect(await panel.count()).toBe(0)
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
  })

  test('a draft shows to nobody, and emil gets no editor even when he asks for it', async () => {
    const { page } = await stage.sit('emil')
    await page.goto(`${stage.url}/training/tours`)
    expect(await page.getByText(words[locale].title).count()).toBe(0)
    expect((await page.goto(address))?.status()).toBe(404)
    await page.goto(`${stage.url}/training`)
    await page.evaluate((kept) => sessionStorage.setItem('stepwise-tour-writing', kept), writer)
    const refused = page.waitForResponse((answer) => answer.url().includes('/panel'))
    await page.reload()
    expect((await refused).status()).toBe(404)
    expect(await page.locator('#tour-editor').count()).toBe(0)
  })

  test('published, a colleague follows it on a phone to its end, over both pages', async () => {
    const tara = (await stage.sit('tara')).page
    await tara.goto(address)
    expect(await axe(tara)).toEqual([])
    await tara.getByTestId('publish').locator('[data-save]').click()
    await tara.getByRole('status').filter({ hasText: words[locale].published }).waitFor()

    const { page, complaints } = await stage.sit('emil', { width: 390 })
    // The menu holds what is pointed at: its button stands for it.
    const marked = page.locator('.drawer-button.driver-active-element')
    await page.goto(`${stage.url}/training/tours`)
    const item = page.locator('li', { hasText: words[locale].title })
    await item.locator('[data-start-tour] button').click()
    await page.waitForURL(`${stage.url}/training`)
    await marked.waitFor()
    expect(await sideways(page)).toBe(0)
    await page.locator('.driver-popover-next-btn').click()
    await page.locator('.tour-aside a[href="/training/tours"]').click()
    await marked.waitFor()
    await page.locator('.driver-popover-next-btn').click()
    await page.locator('.driver-popover').waitFor({ state: 'detached' })
    await page.reload()
    expect(await page.locator('.driver-popover').count()).toBe(0)
    expect(complaints).toEqual([])

    await until(async () => {
      await tara.goto(address)
      return (await tara.getByTestId('followed').locator('tbody tr').count()) === 2
    })
    expect(await tara.getByTestId('followed').innerText()).toContain('4')
    expect(await tara.getByTestId('effect').count()).toBe(1)
  })

  test('lin follows it with the keyboard alone; each card is a dialog with a name that holds the focus', async () => {
    const { page, complaints } = await stage.sit('lin')
    await page.goto(`${stage.url}/training/tours`)
    const item = page.locator('li', { hasText: words[locale].title })
    await item.locator('[data-start-tour] button').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.url}/training`)
    const card = page.getByRole('dialog', { name: /1/ })
    await card.waitFor()
    expect(await axe(page)).toEqual([])
    const isHeld = () =>
      page.evaluate(
        () => document.activeElement?.closest('.driver-popover, .driver-active-element') !== null,
      )
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab')
      expect(await isHeld(), `after ${press + 1} presses`).toBe(true)
    }
    await page.locator('.driver-popover-next-btn').focus()
    await page.keyboard.press('Enter')
    await page.locator('.tour-aside a').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.url}/training/tours`)
    await page.getByRole('dialog', { name: /2/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.driver-popover').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  })

  test('without scripts tara writes a step in a form, and moves it up', async () => {
    const { page } = await stage.sit('tara', { scripts: false, width: 390 })
    await page.goto(`${address}/step`)
    expect(await sideways(page)).toBe(0)
    await page.selectOption('[name=anchor]', 'account')
    await page.fill('[name=body-zh]', '这里改语言。')
    await page.locator('main [data-save]').click()
    await page.waitForURL(address)
    expect(await page.getByTestId('steps').locator('li').count()).toBe(3)
    await page.locator('[data-step="3"] form[action$="raise"] button').click()
    expect(await page.locator('[data-step="2"]').getAttribute('data-step-anchor')).toBe('account')
    expect(await page.getByTestId('warnings').locator('li').count()).toBeGreaterThan(0)
  })

  test('a tour that is offered waits until sun has done nothing for a while, and comes no more once she declined', async () => {
    const tara = (await stage.sit('tara')).page
    await tara.goto(`${address}/facts`)
    await tara.locator('[name=offered]').check()
    await tara.locator('main [data-save]').click()
    await tara.waitForURL(address)
    await tara.locator('[name=partial]').check()
    await tara.getByTestId('publish').locator('[data-save]').click()
    await tara.getByTestId('publish').locator('[data-save]').waitFor({ state: 'detached' })

    const { page, complaints } = await stage.sit('sun', { width: 390 })
    await page.clock.install()
    await page.goto(`${stage.url}/training`)
    await page.clock.fastForward(9_000)
    expect(await page.locator('#tour-offer').count()).toBe(0)
    await page.keyboard.press('Shift')
    await page.clock.fastForward(9_000)
    expect(await page.locator('#tour-offer').count(), 'she has just done something').toBe(0)
    await page.clock.fastForward(4_000)
    await page.locator('#tour-offer').waitFor()
    expect(await sideways(page)).toBe(0)
    expect(await axe(page)).toEqual([])
    await page.locator('#tour-offer [value=never]').click()
    await page.locator('#tour-offer').waitFor({ state: 'detached' })
    await page.reload()
    await page.clock.fastForward(30_000)
    expect(await page.locator('#tour-offer').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
