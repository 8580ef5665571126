import type { Page } from 'playwright-core'
import { metBy, send } from './stop.ts'

/** What Amy meets, who runs the product. */
export const administration = metBy('amy', [
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
  {
    name: 'handing over what somebody has',
    at: (_, { office }) => `/admin/people/${office.people.lin}/hand-over`,
  },
  {
    name: 'handing over to nobody',
    at: (_, { office }) => `/admin/people/${office.people.lin}/hand-over`,
    act: send,
  },
  { name: 'own tokens', at: () => '/account/tokens' },
  {
    name: 'an own token that was just made',
    at: () => '/account/tokens',
    act: async (page) => {
      await page.fill('main [name=name]', 'ERP')
      await page.locator('main [data-save]').click()
      await page.getByTestId('new-token').waitFor()
    },
  },
  { name: 'own fields', at: () => '/admin/fields' },
  { name: 'kinds of own fields', at: () => '/admin/fields/new?object=contacts.account' },
  { name: 'a new own field', at: () => '/admin/fields/new?object=contacts.account&kind=file' },
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
