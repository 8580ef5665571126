import { expect, test } from 'vitest'
import { openPage } from '../setup/browser.ts'
import { foreignTexts, unseenFocus } from './examining.ts'

test('a text in the wrong language is found wherever it hides, and data are not taken for one', async () => {
  const { page } = await openPage()
  await page.setContent(`
    <title>客户</title><p>海港贸易</p><p lang="en">English</p><p>GB18030 · a@b.example · 13 CNY · 尾号 rEIE</p>
    <input placeholder="Search"><dialog><p>Close</p></dialog><p>保存，然后继续</p>`)
  expect(await foreignTexts(page, 'zh-CN', [])).toEqual(['Close', 'Search'])
  expect(await foreignTexts(page, 'en', ['海港贸易', '客户', '尾号'])).toEqual(['保存，然后继续'])
})

test('a link that does not show the focus is found, one that does is not', async () => {
  const { page } = await openPage()
  await page.setContent(`
    <style>a { outline: none } a:focus-visible { color: red } #good:focus-visible { outline: 2px solid }</style>
    <a href="#1" id="bad">one</a><a href="#2" id="good">two</a>`)
  const unseen = await unseenFocus(page)
  expect(unseen).toHaveLength(1)
  expect(unseen[0]).toContain('id="bad"')
})
