import { expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { axe, sideways } from '../setup/browser.ts'
import { departmentCast, peopleCast } from '../setup/cast.ts'
import { faults } from './browsing.ts'
import { foreignTexts, unseenFocus } from './examining.ts'
import { furnish, furniture, type Places } from './furnishing.ts'
import { stageFor } from './stage.ts'
import { stops } from './stops.ts'

/** What is the same in both languages: what the firm calls its own, and a language's own name. */
const ownNames = [
  ...['中文', '海港贸易', '海', '王磊', '张梅', 'mei'],
  ...Object.values(departmentCast).map(({ name }) => name),
  ...Object.values(peopleCast).map(({ name }) => name),
]

/** Walks past every page in one language, wide, narrow and dark. */
export function walkPages(locale: Locale): void {
  let places: Places
  const stage = stageFor(locale, async (ready) => {
    places = await furnish(ready, locale)
  })
  const data = [...ownNames, ...Object.values(furniture[locale])]

  test.each(stops)('$name', async ({ who, at, act, status }) => {
    const visit = await stage.sit(who)
    const { page } = visit
    const answer = await page.goto(stage.url + at(places, stage))
    expect(answer?.status()).toBe(status ?? 200)
    await act?.(page, places)

    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    expect((await page.title()).length).toBeGreaterThan(2)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await foreignTexts(page, locale, data)).toEqual([])
    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)

    await page.setViewportSize({ width: 390, height: 844 })
    // Colours are those of the wide page; to look at them is most of what axe takes.
    expect(await axe(page, { but: 'color-contrast' })).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.waitForFunction(() => document.getAnimations().length === 0)
    expect(await axe(page, { only: 'color-contrast' })).toEqual([])
    expect(await unseenFocus(page)).toEqual([])
    expect(faults(visit)).toEqual([])
  })
}
