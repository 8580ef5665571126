import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, onTestFinished } from 'vitest'
import type { Locale } from '../../core/i18n/locale.ts'
import { launchChromium } from './chromium.ts'

export type Wish = {
  locale?: Locale
  /** Pixels; below 768 it is a phone: touch, and a phone's scale. */
  width?: number
  height?: number
  dark?: boolean
  /** Off for what must work without scripts. */
  scripts?: boolean
  /** Signed-in state, as another page's context gave it. */
  state?: BrowserContextOptions['storageState']
}

export type Visit = {
  page: Page
  /**
   * Everything a browser would tell a developer: broken content-security policy, console errors,
   * exceptions, requests that failed. Tests expect it to be empty.
   */
  complaints: string[]
}

let starting: Promise<Browser> | undefined

afterAll(async () => {
  await (await starting)?.close()
  starting = undefined
})

/** Opens a page of its own, closed with the test. The browser is shared by the test file. */
export async function openPage(wish: Wish = {}): Promise<Visit> {
  starting ??= launchChromium()
  const browser = await starting
  const { width = 1440, height = 860, locale = 'zh-CN' } = wish
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: width < 768,
    isMobile: width < 768,
    locale,
    timezoneId: 'Asia/Shanghai',
    colorScheme: wish.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: wish.scripts ?? true,
    storageState: wish.state,
  })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  return { page, complaints: listen(page) }
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A request that a newer one replaces, or a page that is left, is no fault.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return complaints
}

const axeSource = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on the page (WCAG 2.2 A and AA, and its best practices), one line per finding.
 * @param which the only rule to look by, or the one to leave out; all of them without it
 */
export async function axe(
  page: Page,
  which: { only?: string; but?: string } = {},
): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(await axeSource())
  const { only, but } = which
  const options = {
    resultTypes: ['violations'],
    ...(only && { runOnly: [only] }),
    ...(but && { rules: { [but]: { enabled: false } } }),
  }
  const results = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as AxeResults
  if (results.passes.length === 0) throw new Error(`axe looked at nothing on ${page.url()}`)
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.html} ${node.failureSummary ?? ''}`),
  )
}

/** How far the page can be scrolled sideways, in pixels; 0 is as it should be. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
