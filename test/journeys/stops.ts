import type { Stop } from './stop.ts'
import { administration } from './stops-administration.ts'
import { contacts } from './stops-contacts.ts'
import { rollout } from './stops-rollout.ts'

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
export const stops: readonly Stop[] = [
  ...strangers,
  ...administration,
  ...contacts,
  ...rollout,
  ...others,
]
