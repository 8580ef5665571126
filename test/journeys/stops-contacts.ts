import type { Page } from 'playwright-core'
import { metBy, send } from './stop.ts'

/** What Lin meets, whose department works with contacts. */
export const contacts = metBy('lin', [
  { name: 'today of a lead', at: () => '/' },
  { name: 'accounts', at: () => '/contacts/accounts' },
  { name: 'accounts that do not fit', at: () => '/contacts/accounts?q=zzzz' },
  { name: 'archived accounts', at: () => '/contacts/accounts?archived=1' },
  {
    name: 'filters of accounts',
    at: () => '/contacts/accounts?owner=me',
    act: (page) => page.locator('.tools details summary').first().click(),
  },
  {
    name: 'chosen accounts',
    at: () => '/contacts/accounts',
    act: (page) => page.locator('.pick tbody input').first().check(),
  },
  { name: 'columns of accounts', at: () => '/contacts/accounts/columns' },
  { name: 'views of accounts', at: () => '/contacts/accounts/views' },
  { name: 'a new view', at: () => '/contacts/accounts/views/new?region=Hull' },
  {
    name: 'a combined filter',
    at: () =>
      '/contacts/accounts/conditions?where=1*all*region.contains.x*any*created.past.30*owner.any.me*employees.range.1.9*end*tags.any.x',
  },
  {
    name: 'accounts by a combined filter',
    at: () => '/contacts/accounts?where=1*all*name.filled*any*level.is.A*created.in.this-year*end',
  },
  { name: 'a tag for all accounts', at: () => '/contacts/accounts/bulk?do=tag' },
  { name: 'a field of all accounts', at: () => '/contacts/accounts/bulk?do=edit&owner=me' },
  { name: 'what keys do', at: () => '/keys' },
  { name: 'handing an account over', at: ({ account }) => `${account}/assign` },
  {
    name: 'a tag for accounts',
    at: () => '/contacts/accounts',
    act: async (page) => {
      await page.locator('.pick tbody input').first().check()
      await page.locator('.bulk-bar [name=do][value=tag]').click()
      await page.getByTestId('tag-form').waitFor()
    },
  },
  { name: 'a new account', at: () => '/contacts/accounts/new' },
  { name: 'a new account that is wrong', at: () => '/contacts/accounts/new', act: wrongAccount },
  { name: 'an account', at: ({ account }) => account },
  {
    name: 'asking before an account is archived',
    at: ({ account }) => account,
    act: async (page) => {
      await page.locator('[commandfor=archive]').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'changing an account', at: ({ account }) => `${account}/edit` },
  {
    name: 'a conflict over an account',
    at: ({ account }) => `${account}/edit`,
    act: async (page) => {
      await page.fill('[name=region]', 'X')
      await page.getByTestId('account-form').evaluate((form: HTMLFormElement) =>
        fetch(form.action, {
          method: 'POST',
          body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
        }),
      )
      await page.fill('[name=region]', 'Y')
      await page.locator('main [data-save]').last().click()
      await page.getByTestId('conflict').waitFor()
    },
  },
  { name: 'the group of an account', at: ({ child }) => `${child}/hierarchy` },
  { name: 'a new relation', at: ({ account }) => `${account}/relations/new` },
  {
    name: 'a relation to nobody',
    at: ({ account }) => `${account}/relations/new`,
    act: async (page) => {
      await page.locator('[name=way]').selectOption({ index: 1 })
      await send(page)
    },
  },
  { name: 'a new important date', at: ({ person }) => `${person}/dates/new` },
  { name: 'an important date without a day', at: ({ person }) => `${person}/dates/new`, act: send },
  {
    name: 'changing an important date',
    at: ({ person }) => person,
    act: async (page) => {
      await page.locator('a[href^="/contacts/dates/"]').first().click()
      await page.getByTestId('date-form').waitFor()
    },
  },
  {
    name: 'two accounts beside each other',
    at: ({ account, child }) =>
      `/contacts/duplicates/compare?kind=accounts&a=${idOf(account)}&b=${idOf(child)}`,
  },
  { name: 'duplicates', at: () => '/contacts/duplicates' },
  { name: 'what was merged', at: () => '/contacts/duplicates/merged' },
  { name: 'merging all that are certain', at: () => '/contacts/duplicates/certain' },
  { name: 'records to be checked for accuracy', at: () => '/rollout/data-quality/sample' },
  { name: 'an archived account', at: ({ archived }) => archived },
  { name: 'contacts', at: () => '/contacts/people' },
  { name: 'a new contact', at: () => '/contacts/people/new' },
  { name: 'a new contact without a name', at: () => '/contacts/people/new', act: send },
  { name: 'a contact', at: ({ person }) => person },
  { name: 'changing a contact', at: ({ person }) => `${person}/edit` },
  { name: 'an export', at: () => '/export/accounts' },
  { name: 'hits of a search', at: () => '/search?q=mail%40example.com' },
  {
    name: 'the palette',
    at: () => '/',
    act: async (page) => {
      await page.keyboard.press('Control+k')
      await page.fill('#palette-input', 'o')
      await page.locator('#palette [role=option]').first().waitFor()
    },
  },
])

const idOf = (path: string): string => path.split('/').at(-1) ?? ''

async function wrongAccount(page: Page) {
  await page.fill('[name=name]', '')
  await page.fill('[name=employees]', '-3')
  await page.fill('[name=listedOn]', '2026-02-31')
  await page.locator('[data-save]').last().click()
  await page.getByTestId('errors').waitFor()
}
