import { expect, test } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { axe, sideways } from '../setup/browser.ts'
import { faults, save } from './browsing.ts'
import { type Stage, stageFor } from './stage.ts'

const stages: [Locale, Stage][] = [
  ['zh-CN', stageFor('zh-CN')],
  ['en', stageFor('en')],
]
const words = {
  'zh-CN': { stage: '合作阶段', paper: '盖章协议', firm: '嘉兴海纳机械有限公司', choice: '试用' },
  en: { stage: 'Phase', paper: 'Agreement', firm: 'Harbour Castings', choice: 'Trial' },
} as const
const record = /accounts\/[0-9a-f-]{36}$/

test.each(stages)(
  'in %s, Amy gives accounts fields of their own, and Lin fills them in on a phone, a file among them',
  async (locale, stage) => {
    const t = words[locale]
    const amy = await stage.sit('amy')
    const add = async (kind: string, label: string, choices?: string) => {
      await amy.page.goto(`${stage.url}/admin/fields`)
      await amy.page.locator('a[href*="object=contacts.account"]').first().click()
      await amy.page.locator(`a[href*="kind=${kind}"]`).click()
      await amy.page.fill(`[name="label_${locale}"]`, label)
      if (choices) await amy.page.fill('[name=choices]', choices)
      await save(amy.page, /\/admin\/fields$/)
    }
    await add('choice', t.stage, `${t.choice}\nB`)
    await add('file', t.paper)
    expect(await amy.page.locator('main').innerText()).toContain(t.paper)
    expect(await axe(amy.page)).toEqual([])

    const lin = await stage.sit('lin', { width: 390, height: 844 })
    const { page } = lin
    await page.goto(`${stage.url}/contacts/accounts/new`)
    await page.fill('[name=name]', t.firm)
    await page.getByLabel(t.stage).selectOption({ label: t.choice })
    const paper = page.locator('main input[type=file]')
    await paper.setInputFiles({
      name: 'run.exe',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ\x90\0', 'latin1'),
    })
    await page.locator('main [data-save]').click()
    await page.getByTestId('errors').waitFor()
    expect(await page.inputValue('[name=name]')).toBe(t.firm)
    expect([await axe(page), await sideways(page)]).toEqual([[], 0])
    await paper.setInputFiles({
      name: 'signed.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF'),
    })
    await save(page, record)
    const link = page.locator('main a[download]', { hasText: 'signed.pdf' })
    expect(await link.getAttribute('href')).toMatch(/^\/files\//)
    expect(await page.locator('main').innerText()).toContain(t.choice)
    expect([await axe(page), await sideways(page)]).toEqual([[], 0])

    await page.goto(`${page.url()}/edit`)
    expect(await page.locator('.file-now').innerText()).toContain('signed.pdf')
    await page.locator('[name$=".remove"]').check()
    await save(page, record)
    expect(await link.count()).toBe(0)
    expect([...faults(amy), ...faults(lin)]).toEqual([])
  },
)

test.each(stages)(
  'in %s, Lin picks whom an account supplies while she types, and it stands on both pages',
  async (locale, stage) => {
    const t = words[locale]
    for (const name of [`${t.firm} A`, `${t.firm} B`])
      await stage.office.as('lin').post('/contacts/accounts', { name, anyway: 'on' })
    const { page, complaints } = await stage.sit('lin')
    const found = `${stage.url}/contacts/accounts?q=${encodeURIComponent(`${t.firm} A`)}`
    await page.goto(found)
    await page.getByTestId('row').locator('th a').first().click()
    await page.waitForURL(record)
    await page.locator('a[href$="/relations/new"]').click()
    await page.locator('[name=way]').selectOption('supplies.forward.account')
    const who = page.locator('[name=other]')
    await who.pressSequentially(`${t.firm} B`)
    await page.locator('main [role=option]').first().waitFor()
    await who.press('Enter')
    expect(await who.inputValue()).toBe(`${t.firm} B`)
    await save(page, record)
    await page
      .getByRole('link', { name: `${t.firm} B` })
      .first()
      .click()
    await page.waitForURL(record)
    expect(await page.locator('main').innerText()).toContain(`${t.firm} A`)
    expect(complaints).toEqual([])
  },
)
