import type { Context } from 'hono'
import { conflictFields } from '../../../core/fields/conflicts.ts'
import { readSuggestions } from '../../../core/fields/suggestions.ts'
import type { Errors, Raw } from '../../../core/http/form.ts'
import { onceKey } from '../../../core/http/once.ts'
import type { Site } from '../../../core/http/site.ts'
import { readBeside } from '../../../core/lists/beside.ts'
import { openLeft } from '../../../core/lists/opening.ts'
import { placeOf } from '../../../core/lists/place.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { readSaver } from '../../../core/records/history.ts'
import { fieldsOf } from '../../../core/records/kind.ts'
import { readPanels } from '../../../core/records/panels.ts'
import { timelineViewOf } from '../../../core/records/timeline-view.ts'
import { tellTimeline } from '../../../core/records/told.ts'
import { versionDeeds } from '../../../core/records/traces.ts'
import type { Similar } from '../duplicates/similar.ts'
import { accountKind } from '../kinds.ts'
import { contactsText } from '../messages.ts'
import { readSides } from '../sides.ts'
import { AccountForm } from '../views/account-form.tsx'
import { AccountPage } from '../views/account-page.tsx'
import { accountFields } from './account-fields.ts'
import { type AccountRecord, readAccount } from './account-record.ts'

type Note = { raw: Raw; errors: Errors }

/** Draws the page of one account, with a note that could not be kept yet. */
export async function drawAccount(c: Context<Site>, id: string, note?: Note): Promise<Response> {
  const { scope, product } = c.var
  const about = { object: accountKind.object, recordId: id }
  const [account, timeline, sides, { colleagues }, panels, beside] = await Promise.all([
    readAccount(scope, id),
    tellTimeline(product.registry, scope, accountKind.object, id, timelineViewOf(c)),
    readSides(scope, about),
    product.directories.of(scope),
    readPanels(product.registry, scope, accountKind.object, id),
    openLeft(c, accountKind).then((list) => readBeside(scope, accountKind, list, id)),
  ])
  const page = (
    <AccountPage
      scope={scope}
      account={account}
      timeline={timeline}
      {...sides}
      colleagues={colleagues}
      panels={panels}
      listHref={placeOf(c, accountKind)}
      beside={beside}
      once={onceKey(note?.raw)}
      note={note}
    />
  )
  return c.render(page, { title: account.values.name, status: note ? 422 : 200 })
}

type Drawn = {
  account?: AccountRecord
  raw: Raw
  errors?: Errors
  version?: number
  similar?: readonly Similar[]
}

/** Draws the form of an account: new, edit and error alike. */
export async function drawAccountForm(c: Context<Site>, drawn: Drawn): Promise<Response> {
  const { scope } = c.var
  const { account, raw, errors = {}, version, similar } = drawn
  const t = contactsText(scope.locale).accounts
  const page = (
    <AccountForm
      scope={scope}
      account={account}
      raw={raw}
      errors={errors}
      version={version}
      similar={similar}
      suggestions={await readSuggestions(scope, accountKind, accountFields)}
      once={account ? undefined : onceKey(raw)}
    />
  )
  const title = account ? t.editTitle(account.values.name) : t.addTitle
  return c.render(page, { title, status: drawn.errors ? 422 : 200 })
}

/** Somebody saved the account meanwhile: both sides, field by field. */
export async function drawAccountConflict(
  c: Context<Site>,
  id: string,
  raw: Raw,
  version: number,
): Promise<Response> {
  const { scope } = c.var
  const now = await readAccount(scope, id, accountKind.edit)
  const fields = await conflictFields(
    scope,
    accountKind,
    fieldsOf(scope, accountKind),
    now,
    raw,
    version,
  )
  const hidden = now.parentId && !now.parent
  const parent = {
    name: 'parent',
    label: contactsText(scope.locale).accounts.parent,
    theirs: now.parent?.name ?? '',
    yours: raw.parent ?? '',
  }
  return drawConflict(c, {
    title: now.values.name,
    action: `${accountKind.href}/${id}`,
    fields: hidden ? fields : [...fields, parent],
    version: now.version,
    savedBy: await readSaver(scope, accountKind.object, id, versionDeeds),
    savedAt: now.updatedAt,
  })
}
