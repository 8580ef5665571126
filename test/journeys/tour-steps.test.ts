import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { openModule } from '../../flags/audience.ts'
import { installCurriculum } from '../../modules/training/curriculum/installing.ts'
import { training } from '../../modules/training/module.ts'
import type { TourContent, TourStep } from '../../modules/training/tours/content.ts'
import { readWrittenTour } from '../../modules/training/tours/reading.ts'
import { renamedAnchors } from '../../modules/training/tours/registry.ts'
import { publishTour, writeTour } from '../../modules/training/tours/writing.ts'
import { axe, sideways } from '../setup/browser.ts'
import { until } from '../setup/product.ts'
import { type Stage, stageFor } from './stage.ts'

/** As if the question mark had been called otherwise when the tour was published. */
const names = renamedAnchors as Map<string, string>
beforeAll(() => {
  names.set('help-button', 'help')
})
afterAll(() => {
  names.delete('help-button')
})

const title = { en: 'Where it sticks', 'zh-CN': '卡在哪里' }
const step = (key: string, more: Partial<TourStep>): TourStep => ({
  ...{ key, path: '/training/tours', body: { en: `Step ${key}`, 'zh-CN': `步骤 ${key}` } },
  ...more,
})
const draft: TourContent = {
  ...{ title, start: '/training', offered: false },
  steps: [
    step('off', { path: '/sales/deals', anchor: 'new-deals' }),
    step('permission', { path: '/admin/people', anchor: 'people.add' }),
    step('other-page', { anchor: 'search' }),
    step('record', { anchor: 'edit-accounts' }),
    step('renamed', { anchor: 'help-button' }),
  ],
}
const foreign = { en: { 'zh-CN': '只有中文' }, 'zh-CN': { en: 'English alone' } }

async function furnish(stage: Stage, locale: Locale): Promise<void> {
  const { inScope } = stage.office
  await inScope('amy', (scope) =>
    openModule(scope, training, [{ kind: 'everyone', variant: 'write' }], 'everybody learns'),
  )
  await until(() => inScope('emil', async ({ modules }) => modules.state('training') === 'write'))
  await inScope('tara', async (scope) => {
    await installCurriculum(scope)
    const last = step('last', { body: foreign[locale] })
    const id = await writeTour(scope, { ...draft, steps: [...draft.steps, last] })
    await publishTour(scope, await readWrittenTour(scope, id ?? ''))
  })
}

const words = {
  en: {
    off: 'The module of this step is not switched on for you.',
    permission: 'You have no right to this step.',
    otherPage: 'This step is on another page.',
    record: 'This record does not have it right now.',
    foreign: 'This is there in Chinese only so far.',
    followed: 'Done by following it.',
  },
  'zh-CN': {
    off: '这一步所在的模块还没有对你开通。',
    permission: '你没有这一步的权限。',
    otherPage: '这一步在另一个页面上。',
    record: '这条记录目前没有这一项',
    foreign: '这段目前只有英文。',
    followed: '已跟着引导走完。',
  },
}

describe.each(['en', 'zh-CN'] as const)('%s', (locale: Locale) => {
  const stage = stageFor(locale, (own) => furnish(own, locale))

  test('emil is told why a step has nothing to point at, each cause by its name, and goes on all the same', async () => {
    // On a phone the menu holds both, and its button stands for them.
    const isPhone = locale === 'en'
    const { page, complaints } = await stage.sit('emil', { width: isPhone ? 390 : 1440 })
    const marked = (anchor: string) =>
      page.locator(`.driver-active-element${isPhone ? '.drawer-button' : `[data-tour=${anchor}]`}`)
    await page.goto(`${stage.url}/training/tours`)
    await page.locator('li', { hasText: title[locale] }).locator('[data-start-tour] button').click()
    await page.waitForURL(`${stage.url}/training`)
    const card = page.locator('.driver-popover, .tour-aside')
    const says = (text: string) => card.filter({ hasText: text }).waitFor()
    const next = () => card.locator('.driver-popover-next-btn, .btn').click()
    for (const cause of ['off', 'permission'] as const) {
      await says(words[locale][cause])
      expect(await page.locator('.driver-active-element[data-tour]').count()).toBe(0)
      expect(await sideways(page)).toBe(0)
      await next()
    }
    await says(words[locale].otherPage)
    expect(await axe(page)).toEqual([])
    await page.goto(`${stage.url}/account`)
    await says(words[locale].otherPage)
    const name = page.locator('main form input[name=name]')
    await name.click()
    await name.fill('emil')
    expect(await page.locator('.driver-overlay').count(), 'the page can be used').toBe(0)
    await card.locator('a[href="/training/tours"]').click()
    await marked('search').waitFor()
    await next()
    await says(words[locale].record)
    await next()
    await marked('help').waitFor()
    await next()
    await says(words[locale].foreign)
    const lang = locale === 'en' ? 'zh-CN' : 'en'
    expect(await card.locator(`p[lang="${lang}"]`).count()).toBe(1)
    await next()
    await card.waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    // Nobody waits for what a page tells of itself, so one cause may be written down after the next.
    const causes = () =>
      stage.office.inScope('amy', ({ db }) =>
        db.execute<{ cause: string }>(
          `select data ->> 'cause' as cause from training.learning_events
           where kind = 'tour.target_missing' order by 1`,
        ),
      )
    await until(async () => (await causes()).length === 4)
    expect((await causes()).map(({ cause }) => cause)).toEqual([
      'off',
      'otherPage',
      'permission',
      'record',
    ])
  })

  test('a card fades in for lin, and stands still for whoever wants no motion', async () => {
    const { page } = await stage.sit('lin')
    const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
      await page.emulateMedia({ reducedMotion })
      await page.goto(`${stage.url}/training/tours`)
      const item = page.locator('li', { hasText: title[locale] })
      await item.locator('[data-start-tour] button').click()
      for (const _ of ['off', 'permission']) await page.locator('.tour-aside .btn').click()
      await page.locator('.tour-aside a').click()
      const card = page.locator('.driver-popover')
      await card.waitFor()
      const seconds = await card.evaluate((one) => getComputedStyle(one).animationDuration)
      const fades = await page.evaluate(() => document.body.classList.contains('driver-fade'))
      await page.keyboard.press('Escape')
      await card.waitFor({ state: 'detached' })
      return { fades, long: Number.parseFloat(seconds) > 0.01 }
    }
    expect(await moving('no-preference')).toEqual({ fades: true, long: true })
    expect(await moving('reduce')).toEqual({ fades: false, long: false })
  })

  test('amy does a lesson that is a tour by following it over its pages, and is back at the lesson', async () => {
    const { page, complaints } = await stage.sit('amy')
    await page.goto(`${stage.url}/training`)
    const [course] = await stage.office.inScope('amy', ({ db }) =>
      db.execute<{ id: string }>(`select id from training.courses where code = 'A-01'`),
    )
    const href = `${stage.url}/training/courses/${course?.id}`
    await page.goto(href)
    await page.getByTestId('begin').click()
    await page.waitForLoadState()
    await page.goto(`${href}?lesson=doit`)
    expect(await page.getByTestId('next').count(), 'nothing to tick off').toBe(0)
    expect(await page.getByTestId('tour-read').isVisible(), 'she can follow it').toBe(false)
    expect(await axe(page)).toEqual([])
    await page.locator('[data-start-tour] button').click()
    await page.locator('.driver-active-element[data-tour="departments.add"]').waitFor()
    await page.locator('.driver-popover-next-btn').click()
    await page.locator('.tour-aside a[href="/admin/people"]').click()
    await page.locator('.driver-active-element[data-tour="people.add"]').waitFor()
    await page.locator('.driver-popover-next-btn').click()
    await page.waitForURL(`${href}?lesson=doit`)
    await page.getByRole('status').filter({ hasText: words[locale].followed }).waitFor()
    expect(complaints).toEqual([])
  })

  test('without scripts sun reads another one as text, and says so herself', async () => {
    const { page } = await stage.sit('sun', { scripts: false, width: 360 })
    const [course] = await stage.office.inScope('amy', ({ db }) =>
      db.execute<{ id: string }>(`select id from training.courses where code = 'S-01'`),
    )
    const href = `${stage.url}/training/courses/${course?.id}`
    await page.goto(href)
    await page.getByTestId('begin').click()
    await page.goto(`${href}?lesson=doit`)
    expect(await page.getByTestId('tour-text').isVisible()).toBe(true)
    expect(await sideways(page)).toBe(0)
    await page.getByTestId('tour-read').locator('[data-save]').click()
    expect(await page.locator('.error-summary').count()).toBe(1)
    await page.locator('[name=found]').check()
    await page.getByTestId('tour-read').locator('[data-save]').click()
    await page.goto(`${href}?lesson=doit`)
    expect(await page.getByTestId('tour-read').count()).toBe(0)
  })
})
