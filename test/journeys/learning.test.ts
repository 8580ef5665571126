import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { openModule } from '../../flags/audience.ts'
import { installCurriculum } from '../../modules/training/curriculum/installing.ts'
import { training } from '../../modules/training/module.ts'
import { axe, sideways } from '../setup/browser.ts'
import { look } from '../setup/pdf.ts'
import { until } from '../setup/product.ts'
import { type Stage, stageFor } from './stage.ts'

/** Opens training for everybody and brings in the courses. */
async function furnish({ office }: Stage): Promise<void> {
  const { inScope } = office
  await inScope('amy', (scope) =>
    openModule(scope, training, [{ kind: 'everyone', variant: 'write' }], 'everybody learns'),
  )
  await until(() => inScope('emil', async ({ modules }) => modules.state('training') === 'write'))
  await inScope('tara', installCurriculum)
}

const words = {
  en: {
    course: 'Why the idea comes before the system',
    passed: 'Passed with 100%',
    sent: 'on its way',
    searched: 'begin',
    add: 'Where: “New account”',
  },
  'zh-CN': {
    course: '为什么先谈理念，再谈系统',
    passed: '通过，得分 100%',
    sent: '问题已发出',
    searched: '今天',
    add: '位置：“新建客户”',
  },
}

/** Answers every question of the page right, by what the database knows of it. */
async function answerRight(stage: Stage, page: Page): Promise<void> {
  const [open] = await stage.office.inScope('amy', ({ db }) =>
    db.execute<{
      drawn: { id: string; question: { kind: string; options: { right?: true }[] } }[]
    }>('select drawn from training.attempts where finished_at is null'),
  )
  for (const { id, question } of open?.drawn ?? [])
    for (const [at, { right }] of question.options.entries())
      if (question.kind === 'order' || question.kind === 'match')
        await page.selectOption(`[name="q-${id}-${at}"]`, { value: String(at) })
      else if (right) await page.check(`[name="q-${id}"][value="${at}"]`)
}

describe.each(['en', 'zh-CN'] as const)('%s', (locale: Locale) => {
  const stage = stageFor(locale, furnish)

  test('emil takes a course on his phone, without scripts, and has his certificate', async () => {
    const { page } = await stage.sit('emil', { width: 360, scripts: false })
    await page.goto(`${stage.url}/training`)
    await page.getByRole('link', { name: words[locale].course }).click()
    await page.getByTestId('begin').click()
    while ((await page.getByTestId('next').count()) > 0) {
      expect(await sideways(page)).toBe(0)
      await page.getByTestId('next').click()
    }
    await page.getByTestId('start-quiz').click()
    expect(await sideways(page)).toBe(0)
    await answerRight(stage, page)
    await page.getByTestId('quiz-form').locator('[data-save]').click()
    expect(await page.getByTestId('result').innerText()).toContain(words[locale].passed)
    await page.goto(`${stage.url}/training`)
    expect(await page.locator('a[href^="/training/completions/"]').count()).toBe(1)
  })

  test('lin comes as far as the quiz with the keyboard alone, and a screen reader finds nothing amiss', async () => {
    const { page, complaints } = await stage.sit('lin')
    await page.goto(`${stage.url}/training`)
    await page.getByRole('link', { name: words[locale].course }).focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('begin').focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('next').waitFor()
    expect(await axe(page)).toEqual([])
    while ((await page.getByTestId('next').count()) > 0) {
      await page.getByTestId('next').focus()
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    }
    await page.getByTestId('start-quiz').focus()
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await axe(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  test('emil asks for help by key while a form is half filled, and what he typed is still there', async () => {
    const { page, complaints } = await stage.sit('emil', { width: 360 })
    await page.goto(`${stage.url}/account`)
    const field = page.locator('main form input[type=text], main form input:not([type])').first()
    await field.fill('half')
    await field.blur()
    await page.keyboard.press('?')
    await page.locator('#help-dialog[open]').waitFor()
    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.keyboard.press('Escape')
    expect(await page.locator('#help-dialog').isVisible()).toBe(false)
    expect(await field.inputValue()).toBe('half')
    await page.keyboard.press('?')
    const panel = page.locator('#help-dialog')
    await panel.locator('[name=q]').fill(words[locale].searched)
    await panel.locator('.help-search button').click()
    await panel.locator('h2', { hasText: words[locale].searched }).waitFor()
    expect(await panel.getByTestId('topic').count()).toBeGreaterThan(0)
    await panel.locator('[name=question]').fill('  ')
    await panel.locator('[data-save]').click()
    await panel.locator('.error-summary').waitFor()
    await panel.locator('[name=question]').fill('?')
    await panel.locator('[data-save]').click()
    await panel.getByRole('status').filter({ hasText: words[locale].sent }).waitFor()
    await page.keyboard.press('Escape')
    expect(page.url(), 'the page was never left').toBe(`${stage.url}/account`)
    expect(await field.inputValue()).toBe('half')
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([])
  })

  test('what tara works with is sound: studio, a course, an editor, progress, rules', async () => {
    const { page, complaints } = await stage.sit('tara')
    const open = async (path: string) => {
      await page.goto(`${stage.url}${path}`)
      expect(await axe(page), path).toEqual([])
    }
    await open('/training/studio')
    const course = await page.locator('td a, th a').first().getAttribute('href')
    for (const path of [course ?? '', `${course}/facts`, `${course}/lesson`, `${course}/question`])
      await open(path)
    const seen = (...names: string[]) =>
      Promise.all(names.map((name) => page.locator(`[name=${name}]`).isVisible()))
    await page.goto(`${stage.url}${course}/lesson`)
    expect(await seen('draw', 'video', 'tour'), 'a text').toEqual([false, false, false])
    await page.locator('[name=kind]').selectOption('quiz')
    expect(await seen('draw', 'video', 'tour'), 'a quiz').toEqual([true, false, false])
    await page.goto(`${stage.url}${course}/question`)
    expect(await seen('right-0', 'to-0-zh'), 'a choice').toEqual([true, false])
    await page.locator('[name=kind]').selectOption('match')
    expect(await seen('right-0', 'to-0-zh'), 'things to match').toEqual([false, true])
    for (const room of ['studio/health', 'studio/packs', 'progress', 'progress/people'])
      await open(`/training/${room}`)
    for (const room of ['help-topics', 'help-topics/new', 'help-requests'])
      await open(`/training/${room}`)
    for (const room of ['rules', 'rules/new', 'work', 'sessions', 'sessions/new'])
      await open(`/training/${room}`)
    expect(complaints).toEqual([])
  })

  test('lin follows a tour by doing: it marks the button, goes on on the next page, and ends when she leaves', async () => {
    const { page, complaints } = await stage.sit('lin')
    await page.goto(`${stage.url}/training/tours?show=new-account`)
    expect(await page.getByTestId('tour-text').locator('li').count()).toBe(3)
    expect(await page.getByTestId('tour-text').innerText()).toContain(words[locale].add)
    const paper = await look(await page.pdf({ format: 'A4' }))
    expect(paper.pages, 'its text twin is one page').toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.screen-only').isVisible(), 'how to print it').toBe(false)
    await page.emulateMedia({ media: null })
    await page.locator('[data-start-tour] button').click()
    const card = page.locator('.driver-popover')
    await card.waitFor()
    expect(await axe(page)).toEqual([])
    await page.locator('.driver-popover-next-btn').click()
    await page.locator('.driver-active-element[data-tour="new-accounts"]').click()
    await page.waitForURL('**/contacts/accounts/new')
    await card.waitFor()
    await page.goto(`${stage.url}/`)
    const aside = page.locator('.tour-aside')
    expect(await aside.locator('a').getAttribute('href')).toBe('/contacts/accounts/new')
    expect(await axe(page)).toEqual([])
    await aside.locator('.ghost-icon').click()
    await page.reload()
    expect(await page.locator('.driver-popover, .tour-aside').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
