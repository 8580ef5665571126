import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { asOperator } from '../../core/access/operator.ts'
import { approveBudget, planCosts } from '../../core/demo/costs.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { evidenceText } from '../../flags/evidence/messages.ts'
import { gatesText } from '../../flags/gates/messages.ts'
import { planText } from '../../flags/plan/messages.ts'
import type { StageCode } from '../../flags/plan/stages.ts'
import { pulseJob } from '../../flags/pulse/opening.ts'
import { readinessText } from '../../flags/readiness/messages.ts'
import { surveysText } from '../../flags/surveys/messages.ts'
import { installCurriculum } from '../../modules/training/curriculum/installing.ts'
import { nameChampions, proveInfrastructure, vouchFor } from '../flags/gates/passing.ts'
import { teachEverybody } from '../modules/training/training-office.ts'
import { sideways } from '../setup/browser.ts'
import { faults, save } from './browsing.ts'
import { type DemoStage, demoStageFor } from './demo-stage.ts'

/** The sponsor and the group that begins; everybody answers on what they have at hand. */
const devices: readonly [login: string, width: number][] = [
  ['shen', 1440],
  ['xu', 768],
  ['chen', 390],
  ['he', 360],
  ['zhou', 1024],
]

const because =
  'The pilot was too short to be measured; the leads will look at it every week. 试点时间太短。'

/** What G0 asks for and nothing in the product measures. */
const vouched = ['training.leaders']

/** The document they are vouched for by: its name, and all it says. */
const minutes = '会议纪要.txt'

describe.each<Locale>(['zh-CN', 'en'])(
  'the demo’s firm from the idea to the whole firm, %s',
  (locale) => {
    const stage = demoStageFor(locale, ({ office }) =>
      office.inScope('amy', async (scope) => {
        await planCosts(scope)
        await approveBudget(scope)
      }),
    )

    test('gu begins the plan, and its first stage is under way', async () => {
      const gu = await stage.sit('gu')
      const { page } = gu
      await page.goto(stage.url)
      await page.locator('#sidebar nav a[href="/rollout/plan"]').click()
      await page.getByTestId('begin-form').waitFor()
      await save(page, `${stage.url}/rollout/plan`)
      await page.getByTestId('stage-bar').waitFor()
      expect(await page.locator('.stage-bar .running').innerText()).toContain(
        planText(locale).stages.S0,
      )
      expect(await page.getByTestId('stage-work').getByTestId('row').count()).toBe(8)
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await sideways(page)).toBe(0)
      }
      expect(faults(gu)).toEqual([])
    })

    test('everybody says how ready the firm is, and afterwards gu sees what they said', async () => {
      const gu = await stage.sit('gu')
      await gu.page.goto(`${stage.url}/rollout/readiness`)
      await gu.page.locator('main [data-save]').click()
      await gu.page.getByTestId('open-round').waitFor()
      for (const [name, width] of devices) await answer(stage, name, width)
      await gu.page.reload()
      expect(await gu.page.getByTestId('open-round').innerText()).not.toContain('75')
      await gu.page.locator('form[action$="/close"] button').click()
      await gu.page.getByTestId('radar').waitFor()
      expect(await gu.page.locator('.stats').innerText()).toContain('75')
      expect(await gu.page.locator('main').innerText()).toContain(
        readinessText(locale).bands.scaleReady,
      )
      expect(await sideways(gu.page)).toBe(0)
      expect(faults(gu)).toEqual([])
    })

    test('the gate does not open on what nobody knows; with its evidence it does', async () => {
      const gu = await stage.sit('gu')
      const t = gatesText(locale)
      await gu.page.goto(`${stage.url}/rollout/gates/G0`)
      expect(await gu.page.getByTestId('verdict').innerText()).toContain(t.outcomes.insufficient)
      const shen = await stage.sit('shen')
      await signTheCharter(stage, gu.page, shen.page)
      for (const code of vouched) await vouch(stage, locale, gu.page, code)
      const { page } = shen
      await page.goto(`${stage.url}/rollout/gates/G0`)
      expect(await page.getByTestId('verdict').innerText()).toContain(t.meanings.go)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: minutes }).first().click(),
      ])
      expect(await readFile(await file.path(), 'utf8')).toBe(minutes)
      await page.locator('main [data-save]').first().click()
      await page.locator('#form-reason-error').waitFor()
      await page.fill('[name=reason]', locale === 'en' ? 'All of it is there' : '证据齐全')
      await page.locator('main [data-save]').first().click()
      await page.getByTestId('decision').waitFor()
      await page.goto(`${stage.url}/rollout/plan`)
      const bar = page.locator('.stage-bar')
      expect(await bar.locator('.done').innerText()).toContain(planText(locale).stages.S0)
      expect(await bar.locator('.running').innerText()).toContain(planText(locale).stages.S1)
      for (const person of [gu, shen]) expect(faults(person)).toEqual([])
    })

    test('ten days on, everybody says how they stand to the change, and who runs it sees where', async () => {
      stage.office.moveOn(14)
      const gu = await stage.sit('gu')
      const { page } = gu
      await page.goto(`${stage.url}/rollout/people`)
      await page.locator('main [data-save]').click()
      await page.getByTestId('open-round').waitFor()
      for (const [name, width] of devices) await answer(stage, name, width)
      await page.reload()
      await page.locator('form[action$="/close"] button').click()
      await page.getByTestId('elements').waitFor()
      expect(await page.locator('.stats').innerText()).toContain('100')
      expect(await sideways(page)).toBe(0)
      expect(faults(gu)).toEqual([])
    })

    test('with everybody taught the second gate opens, and the third once the ground is laid', async () => {
      await stage.office.inScope('tara', installCurriculum)
      await teachEverybody(stage.office)
      await vouchFor(stage.office, 'G1')
      await nameChampions(stage.office)
      await goThrough(stage, locale, 'G1', 'S2')
      stage.office.moveOn(14)
      await proveInfrastructure(stage.office)
      await goThrough(stage, locale, 'G2', 'S3')
    })

    test('in the pilot the monthly pulse opens by itself, and is answered on a phone', async () => {
      stage.office.moveOn(1)
      const { product } = stage.office.app
      const switchboard = await product.switchboards(stage.office.company)
      await asOperator(product, stage.office.company, 'job', (scope) => {
        const modules = { ...scope.modules, of: switchboard(scope.user).of }
        return pulseJob.run({ ...scope, modules }, {}, product)
      })
      await answer(stage, 'chen', 390)
      const gu = await stage.sit('gu')
      await gu.page.goto(`${stage.url}/rollout/people/pulse`)
      const round = await gu.page.getByTestId('open-round').innerText()
      expect(round).toContain(surveysText(locale).turnout('1', '10'))
      expect(faults(gu)).toEqual([])
    })

    test('after the pilot nobody has been measured long enough: going on takes a reason and an end', async () => {
      stage.office.moveOn(35)
      await vouchFor(stage.office, 'G3')
      await overrule(stage, locale, 'G3', 'S4')
    })

    test('with that decision behind it gu widens customers to service, and the next stage begins', async () => {
      const sun = await stage.sit('sun', { width: 390 })
      const shut = await sun.page.goto(`${stage.url}/contacts/accounts`)
      expect(shut?.status()).toBe(404)
      const gu = await stage.sit('gu')
      const { page } = gu
      const cell = `${stage.url}/rollout/matrix/contacts/${stage.office.departments.service}`
      await page.goto(cell)
      await page.locator('#form [name=state][value=on]').check()
      await save(page, `${cell}/preview`)
      expect(await page.getByTestId('gained').innerText()).toContain('孙悦宁')
      await page.fill('#form [name=reason]', locale === 'en' ? 'The first wave' : '推广第一批')
      await save(page, `${stage.url}/rollout/matrix`)
      const open = await sun.page.goto(`${stage.url}/contacts/accounts`)
      expect(open?.status()).toBe(200)
      await vouchFor(stage.office, 'G4')
      await goThrough(stage, locale, 'G4.1', 'S5')
      expect(faults(gu)).toEqual([])
    })
  },
)

/** Shen goes on at a gate that its evidence opens, and the next stage is under way. */
async function goThrough(
  stage: DemoStage,
  locale: Locale,
  gate: string,
  next: StageCode,
): Promise<void> {
  const shen = await stage.sit('shen')
  const { page } = shen
  await page.goto(`${stage.url}/rollout/gates/${gate}`)
  expect(await page.getByTestId('verdict').innerText()).toContain(gatesText(locale).meanings.go)
  await page.fill('[name=reason]', locale === 'en' ? 'All of it is there' : '证据齐全')
  await page.locator('main [data-save]').first().click()
  await page.getByTestId('decisions').getByTestId('decision').waitFor()
  await page.goto(`${stage.url}/rollout/plan`)
  const running = await page.locator('.stage-bar .running').innerText()
  expect(running).toContain(planText(locale).stages[next])
  expect(faults(shen)).toEqual([])
}

/** Shen goes on at a gate that is short of evidence: not with a word, but with a reason, a measure and an end. */
async function overrule(
  stage: DemoStage,
  locale: Locale,
  gate: string,
  next: StageCode,
): Promise<void> {
  const shen = await stage.sit('shen')
  const { page } = shen
  await page.goto(`${stage.url}/rollout/gates/${gate}`)
  expect(await page.getByTestId('verdict').innerText()).not.toContain(gatesText(locale).meanings.go)
  expect(await page.getByTestId('unlawful').count()).toBe(0)
  const form = page.getByTestId('decision-form')
  await form.locator('[name=outcome][value=go]').check()
  await form.locator('[name=reason]').fill('OK')
  await form.locator('[data-save]').click()
  await page.getByTestId('errors').waitFor()
  await form.locator('[name=override]').check()
  await form.locator('[name=reason]').fill(because)
  await form.locator('[name=expiresOn]').fill('2999-01-01')
  await form.locator('[name=compensation]').fill('Weekly')
  await form.locator('[data-save]').click()
  const decided = page.getByTestId('decisions').getByTestId('decision')
  expect(await decided.innerText()).toContain(because)
  await page.goto(`${stage.url}/rollout/plan`)
  const running = await page.locator('.stage-bar .running').innerText()
  expect(running).toContain(planText(locale).stages[next])
}

/** From the start page to the last statement, with the same answer to each. */
async function answer(stage: DemoStage, name: string, width: number): Promise<void> {
  const somebody = await stage.sit(name, { width })
  const { page } = somebody
  await page.goto(stage.url)
  await page.getByTestId('survey-card').locator('a').click()
  await page.getByTestId('survey-form').waitFor()
  for (const choice of await page.locator('input[type=radio][value="4"]').all())
    await choice.check()
  expect(await sideways(page), name).toBe(0)
  await page.locator('main [data-save]').click()
  await page.getByTestId('empty').waitFor()
  expect(faults(somebody), name).toEqual([])
}

/** Gu writes down what the rollout is for, and Shen signs it as its sponsor. */
async function signTheCharter({ url }: DemoStage, gu: Page, shen: Page): Promise<void> {
  await gu.goto(`${url}/rollout/team`)
  const charter = gu.getByTestId('charter')
  await charter.locator('summary').click()
  await charter.locator('[name=body]').fill('1. 2. 3.')
  await charter.locator('[data-save]').click()
  await gu.locator('form[action$="/sign"] button').waitFor()
  await shen.goto(`${url}/rollout/team`)
  const sign = shen.locator('form[action$="/sign"] button')
  await sign.click()
  await sign.waitFor({ state: 'detached' })
}

/** Gu signs for what nothing measures, and puts the minutes there that say so. */
async function vouch({ url }: DemoStage, locale: Locale, page: Page, code: string): Promise<void> {
  await page.goto(`${url}/rollout/evidence/${code}`)
  expect(await page.locator('main').innerText()).toContain(evidenceText(locale).nobody)
  const choice = page.locator('[name=value][value=yes]')
  if (await choice.count()) await choice.check()
  else await page.fill('[name=value]', '100')
  const buffer = Buffer.from(minutes)
  await page.setInputFiles('[name=file]', { name: minutes, mimeType: 'text/plain', buffer })
  await page.locator('main [data-save]').click()
  await page.getByTestId('attestations').waitFor()
}
