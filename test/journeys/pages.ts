import type { Page } from 'playwright-core'
import type { PersonName } from '../setup/cast.ts'
import type { Places } from './furnishing.ts'
import type { Stage } from './stage.ts'

/** A page as somebody meets it. */
export type Stop = {
  /** What it is, for the test's name. */
  name: string
  /** Nobody: a stranger's page. */
  who?: PersonName
  at: (places: Places, stage: Stage) => string
  /** What is done there before one looks. */
  act?: (page: Page, places: Places) => Promise<unknown>
  status?: number
}

const wrongAccount = async (page: Page) => {
  await page.fill('[name=name]', '')
  await page.fill('[name=employees]', '-3')
  await page.fill('[name=listedOn]', '2026-02-31')
  await page.locator('[data-save]').last().click()
  await page.getByTestId('errors').waitFor()
}

const send = async (page: Page) => {
  await page.locator('main [data-save], body.bare [data-save]').last().click()
  await page.getByTestId('errors').waitFor()
}

const metBy = (who: PersonName, met: readonly Stop[]): Stop[] =>
  met.map((stop) => ({ who, ...stop }))

const strangers: Stop[] = [
  { name: 'sign-in', at: () => '/login' },
  {
    name: 'a sign-in that was wrong',
    at: () => '/login',
    act: async (page) => {
      await page.fill('[name=email]', 'amy@harbour.example')
      await page.fill('[name=password]', 'not the password')
      await page.locator('[data-save]').click()
      await page.getByTestId('errors').waitFor()
    },
  },
  { name: 'a forgotten password', at: () => '/forgotten' },
  {
    name: 'a link that is asked for',
    at: () => '/forgotten',
    act: async (page) => {
      await page.fill('[name=email]', 'nobody@harbour.example')
      await page.locator('[data-save]').click()
      await page.locator('form').waitFor({ state: 'detached' })
    },
  },
  { name: 'a link that is gone', at: () => '/welcome/gone', status: 404 },
  { name: 'a page that asks for sign-in first', at: () => '/contacts/accounts' },
]

const core = metBy('amy', [
  { name: 'today, with the checklist', at: () => '/' },
  { name: 'search', at: () => '/search' },
  { name: 'a search that finds pages', at: () => '/search?q=a' },
  { name: 'a search that finds nothing', at: () => '/search?q=000000' },
  { name: 'one’s own account', at: () => '/account' },
  {
    name: 'an own account without a name',
    at: () => '/account',
    act: async (page) => {
      await page.locator('[name=name]').fill('')
      await page.locator('[data-save]').first().click()
      await page.getByTestId('errors').waitFor()
    },
  },
  { name: 'people', at: () => '/admin/people' },
  { name: 'people nobody is among', at: () => '/admin/people?q=zzzz' },
  {
    name: 'people filtered',
    at: (_, { office }) => `/admin/people?role=member&department=${office.departments.sales}`,
  },
  { name: 'a new person', at: () => '/admin/people/new' },
  { name: 'a new person without anything', at: () => '/admin/people/new', act: send },
  { name: 'several people', at: () => '/admin/people/several' },
  {
    name: 'several people, checked',
    at: () => '/admin/people/several',
    act: async (page) => {
      await page.fill(
        'textarea[name=lines]',
        '王磊, wang@harbour.example, 生产部\n张梅, mei, 销售部\n',
      )
      await page.locator('[data-save]').click()
      await page.getByTestId('checked').waitFor()
    },
  },
  {
    name: 'several people, added',
    at: () => '/admin/people/several',
    act: async (page) => {
      await page.fill('textarea[name=lines]', '王磊, wang@harbour.example, 生产部')
      await page.locator('[data-save]').click()
      await page.locator('[name=do][value=add]').click()
      await page.getByTestId('link').waitFor()
    },
  },
  { name: 'a person', at: (_, { office }) => `/admin/people/${office.people.emil}` },
  {
    name: 'a person with a fresh link',
    at: (_, { office }) => `/admin/people/${office.people.tara}`,
    act: async (page) => {
      await page.getByTestId('link-card').locator('form button').click()
      await page.getByTestId('link').waitFor()
    },
  },
  {
    name: 'asking before a person is disabled',
    at: (_, { office }) => `/admin/people/${office.people.sun}`,
    act: async (page) => {
      await page.locator('[commandfor=disable]').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'changing a person', at: (_, { office }) => `/admin/people/${office.people.emil}/edit` },
  { name: 'departments', at: () => '/admin/departments' },
  { name: 'a new department', at: () => '/admin/departments/new' },
  { name: 'a new department without a name', at: () => '/admin/departments/new', act: send },
  { name: 'a department', at: (_, { office }) => `/admin/departments/${office.departments.east}` },
  { name: 'roles', at: () => '/admin/roles' },
  { name: 'a role', at: () => '/admin/roles/lead' },
  { name: 'a role without a reason', at: () => '/admin/roles/member', act: send },
  { name: 'the company', at: () => '/admin/company' },
  { name: 'the audit trail', at: () => '/admin/audit' },
  { name: 'the audit trail of nothing', at: () => '/admin/audit?object=core.nothing' },
  {
    name: 'an entry of the audit trail',
    at: () => '/admin/audit',
    act: async (page) => {
      await page.getByTestId('row').locator('a').first().click()
      await page.waitForURL(/audit\/[0-9a-f-]{36}/)
    },
  },
  { name: 'modules', at: () => '/admin/modules' },
  { name: 'a module', at: () => '/admin/modules/contacts' },
  { name: 'a preview of a module', at: () => '/admin/modules/contacts', act: preview },
  {
    name: 'a preview without a reason',
    at: () => '/admin/modules/contacts',
    act: async (page) => {
      await preview(page)
      await send(page)
    },
  },
  { name: 'who has what', at: () => '/rollout/who' },
  { name: 'who has what, and nobody is found', at: () => '/rollout/who?q=zzzz' },
  {
    name: 'what a person has, and why',
    at: (_, { office }) => `/rollout/who?person=${office.people.emil}`,
  },
  { name: 'import', at: () => '/admin/import' },
  { name: 'an import without a file', at: () => '/admin/import', act: send },
  { name: 'a file that waits', at: ({ waiting }) => waiting },
  {
    name: 'an import that ended',
    at: ({ done }) => done,
    act: (page) => page.getByTestId('import-result').waitFor(),
  },
  { name: 'a page that is not there', at: () => '/nowhere', status: 404 },
])

async function preview(page: Page) {
  await page.locator('#form-departments input:not(:checked)').last().check()
  await page.locator('form[action$="/preview"] [data-save]').click()
  await page.waitForURL('**/preview')
}

const records = metBy('lin', [
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

const others: Stop[] = [
  { name: 'today while nothing is open', who: 'sun', at: () => '/' },
  { name: 'a module that is off', who: 'sun', at: () => '/contacts/accounts', status: 404 },
  {
    name: 'accounts before there is one of one’s own',
    who: 'emil',
    at: () => '/contacts/accounts?owner=me',
  },
  { name: 'administration, to a member', who: 'emil', at: () => '/admin/people', status: 404 },
]

/** Every page of the product, also as it is empty, wrong, or not there. */
export const stops: readonly Stop[] = [...strangers, ...core, ...records, ...others]
