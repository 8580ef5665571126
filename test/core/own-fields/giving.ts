import { expect } from 'vitest'
import type { OwnKind } from '../../../core/own-fields/kinds.ts'
import type { OwnField } from '../../../core/own-fields/own-field.ts'
import { formOf } from '../../bench/answers.ts'
import type { Firm } from '../../setup/office.ts'

export const account = 'contacts.account'
export const person = 'contacts.person'

/** Gives a kind of record a field through the page, as amy would. @returns it, as forms have it */
export async function giveField(
  firm: Pick<Firm, 'as' | 'inScope'>,
  kind: OwnKind,
  label: string,
  form: Record<string, string> = {},
  object = account,
): Promise<OwnField> {
  const names = { 'label_zh-CN': label, label_en: form.label_en ?? label }
  const answer = await firm.as('amy').post('/admin/fields', { object, kind, ...names, ...form })
  expect(answer.status, await answer.clone().text()).toBe(303)
  const found = await firm.inScope('amy', async ({ own }) =>
    own.live(object).find((field) => field.label['zh-CN'] === label),
  )
  if (!found) throw new Error(`There is no field "${label}" after it was added.`)
  return found
}

/** What somebody who writes English is asked for. */
export const choicesOf = (...labels: string[]) => ({ choices: labels.join('\n') })

/** A form as a browser would send it unchanged, with every choice of fields that take several. */
export function wholeFormOf(html: string, path: string): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = formOf(html, path)
  const chosen = [...html.matchAll(/<input type="checkbox"[^>]*name="(own_[^"]+)"[^>]*>/g)].map(
    ([tag, name = '']) => ({ name, value: /value="([^"]*)"/.exec(tag)?.[1] ?? '', tag }),
  )
  for (const { name } of chosen)
    form[name] = [
      '',
      ...chosen
        .filter((one) => one.name === name && / checked/.test(one.tag))
        .map(({ value }) => value),
    ]
  return form
}
