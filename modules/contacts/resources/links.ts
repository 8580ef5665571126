import { z } from 'zod'
import type { Input } from '../../../core/api/resource.ts'
import type { Errors } from '../../../core/http/form.ts'
import { reachedIds } from '../../../core/records/reach.ts'
import type { Registry } from '../../../core/registry.ts'
import type { Scope } from '../../../core/scope.ts'
import { sayProblem } from '../../../core/values/problem.ts'
import { parseText } from '../../../core/values/text.ts'
import { accountKind } from '../kinds.ts'
import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-CN.ts'
import { contactsText } from '../messages.ts'
import { choosePrimary, linkAccount, unlinkAccount } from '../people/linking.ts'
import type { Employer } from '../people/person-record.ts'

const label = { en: en.people.accounts, 'zh-CN': zhCN.people.accounts }

/** The accounts a contact works for, as programs read them. */
export const shownLinks = z
  .array(
    z.strictObject({
      accountId: z.uuid(),
      accountName: z.string(),
      role: z.string(),
      primary: z.boolean(),
    }),
  )
  .meta({ label })

/** The same as programs write them: the whole list, of which one may be the main account. */
export const writtenLinks = z
  .array(
    z.strictObject({
      accountId: z.uuid(),
      role: z.string().default(''),
      primary: z.boolean().default(false),
    }),
  )
  .max(50)
  .meta({ label })

type Link = z.output<typeof writtenLinks>[number]

/** Reads which accounts a contact is to work for. What is wrong is added to `errors`. */
export async function readLinks(
  scope: Scope,
  input: Input,
  errors: Errors,
): Promise<Link[] | undefined> {
  if (input.accounts === undefined) return undefined
  const t = contactsText(scope.locale)
  const links = input.accounts as Link[]
  const ids = links.map(({ accountId }) => accountId)
  const there = await reachedIds(scope, accountKind, ids, accountKind.view)
  links.forEach(({ accountId, role }, at) => {
    const words = role === '' ? undefined : parseText(role, { most: 100 })
    if (words && !words.ok) errors[`accounts.${at}.role`] = sayProblem(words.problem, scope.locale)
    if (!there.has(accountId)) errors[`accounts.${at}.accountId`] = t.accounts.gone
    else if (ids.indexOf(accountId) < at) errors[`accounts.${at}.accountId`] = t.people.linkedTwice
  })
  if (links.filter(({ primary }) => primary).length > 1) errors.accounts = t.people.onePrimary
  return links
}

/** Makes a contact's accounts those of the list; accounts the person may not see stay linked. */
export async function setLinks(
  scope: Scope,
  registry: Registry,
  personId: string,
  now: readonly Employer[],
  links: readonly Link[],
): Promise<void> {
  for (const { id } of now)
    if (!links.some(({ accountId }) => accountId === id))
      await unlinkAccount(scope, registry, personId, id)
  for (const { accountId, role } of links)
    if (now.find(({ id }) => id === accountId)?.role !== role)
      await linkAccount(scope, registry, personId, { accountId, role })
  const main = links.find(({ primary }) => primary)
  if (main) await choosePrimary(scope, registry, personId, main.accountId)
}
