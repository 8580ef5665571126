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

/** Stops of one person. */
export const metBy = (who: PersonName, met: readonly Stop[]): Stop[] =>
  met.map((stop) => ({ who, ...stop }))

/** Sends a form that is not filled in as it should be. */
export const send = async (page: Page) => {
  await page.locator('main [data-save], body.bare [data-save]').last().click()
  await page.getByTestId('errors').waitFor()
}
