import { type Context, Hono } from 'hono'
import { readDirectory } from '../../../core/access/directory.ts'
import { allow } from '../../../core/http/allow.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { once, onceKey } from '../../../core/http/once.ts'
import { pathId } from '../../../core/http/path-id.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import { versionOf } from '../../../core/http/version.ts'
import { drawConflict } from '../../../core/records/conflict.tsx'
import { lastSaved } from '../../../core/records/history.ts'
import { manageService } from '../rights.ts'
import { askToFetch, askToTry } from './asking.ts'
import { labels, rawMailbox, readMailboxForm, usualMailbox } from './mailbox-form.ts'
import {
  addMailbox,
  changeMailbox,
  type Mailbox,
  mailboxObject,
  pauseMailbox,
  readMailbox,
  readMailboxes,
  removeMailbox,
} from './mailboxes.ts'
import { mailboxText } from './messages.ts'
import { MailboxFormPage } from './views/mailbox-form.tsx'
import { MailboxPage } from './views/mailbox-page.tsx'
import { MailboxesPage } from './views/mailboxes-page.tsx'

/** The mailboxes that customers write to; administrators set them up. */
export const mailboxRoutes = new Hono<Site>()

const manage = allow(manageService)
const place = '/service/mailboxes'

mailboxRoutes.get('/', manage, async (c) => {
  const { scope } = c.var
  const page = <MailboxesPage scope={scope} mailboxes={await readMailboxes(scope)} />
  return c.render(page, { title: mailboxText(scope.locale).title })
})

mailboxRoutes.get('/new', manage, (c) => drawForm(c, { raw: usualMailbox }))

mailboxRoutes.post('/', manage, async (c) => {
  const { scope, product } = c.var
  const { raw } = await readForm(c)
  const { values, password, errors } = readMailboxForm(scope, await readDirectory(scope), raw)
  const t = mailboxText(scope.locale)
  const to = await once(scope, raw, async () => {
    if (Object.keys(errors).length > 0) return undefined
    const id = await addMailbox(scope, product.secrets, values, password)
    if (!id) errors.address = t.taken
    return id && `${place}/${id}`
  })
  return to ? go(c, to, { kind: 'success', text: t.added }) : drawForm(c, { raw, errors })
})

mailboxRoutes.get('/:id', manage, async (c) => {
  const { scope } = c.var
  const mailbox = await readMailbox(scope, pathId(c))
  const { departments } = await readDirectory(scope)
  const page = <MailboxPage {...{ scope, mailbox, departments }} />
  return c.render(page, { title: mailbox.name })
})

mailboxRoutes.get('/:id/edit', manage, async (c) => {
  const mailbox = await readMailbox(c.var.scope, pathId(c))
  return drawForm(c, { mailbox, raw: rawMailbox(mailbox), version: mailbox.version })
})

mailboxRoutes.post('/:id', manage, async (c) => {
  const { scope, product } = c.var
  const mailbox = await readMailbox(scope, pathId(c))
  const { raw } = await readForm(c)
  const version = versionOf(raw)
  const read = readMailboxForm(scope, await readDirectory(scope), raw, mailbox)
  const { values, password, errors } = read
  if (Object.keys(errors).length > 0) return drawForm(c, { mailbox, raw, errors, version })
  const t = mailboxText(scope.locale)
  const seen = { ...mailbox, version }
  const saved = await changeMailbox(scope, product.secrets, seen, values, password)
  if (saved === 'taken') return drawForm(c, { mailbox, raw, version, errors: { address: t.taken } })
  if (saved === 'saved') return go(c, `${place}/${mailbox.id}`, { kind: 'success', text: t.saved })
  return drawBoth(c, mailbox, raw)
})

async function drawBoth(c: Context<Site>, mailbox: Mailbox, yours: Raw) {
  const { scope } = c.var
  const t = mailboxText(scope.locale)
  const theirs = rawMailbox(mailbox)
  return drawConflict(c, {
    title: mailbox.name,
    action: `${place}/${mailbox.id}`,
    version: mailbox.version,
    fields: Object.entries(theirs).map(([name, value = '']) => ({
      ...{ name, theirs: value, yours: yours[name] ?? '' },
      label: t[labels[name] ?? 'name'],
    })),
    ...(await lastSaved(scope, mailboxObject, mailbox.id)),
  })
}

mailboxRoutes.post('/:id/test', manage, async (c) => {
  const { id } = await readMailbox(c.var.scope, pathId(c))
  await askToTry(c.var.scope, id)
  return go(c, `${place}/${id}`)
})

mailboxRoutes.post('/:id/fetch', manage, async (c) => {
  const { id } = await readMailbox(c.var.scope, pathId(c))
  await askToFetch(c.var.scope, id)
  const text = mailboxText(c.var.scope.locale).fetching
  return go(c, `${place}/${id}`, { kind: 'info', text })
})

for (const deed of ['pause', 'resume'] as const)
  mailboxRoutes.post(`/:id/${deed}`, manage, async (c) => {
    const id = pathId(c)
    await pauseMailbox(c.var.scope, id, deed === 'pause')
    const text = mailboxText(c.var.scope.locale)[deed === 'pause' ? 'paused' : 'resumed']
    return go(c, `${place}/${id}`, { kind: 'success', text })
  })

mailboxRoutes.post('/:id/remove', manage, async (c) => {
  await removeMailbox(c.var.scope, pathId(c))
  const text = mailboxText(c.var.scope.locale).removed
  return go(c, place, { kind: 'success', text })
})

type Drawn = { mailbox?: Mailbox; raw: Raw; errors?: Errors; version?: number }

async function drawForm(c: Context<Site>, drawn: Drawn) {
  const { scope } = c.var
  const { locale } = scope
  const { departments } = await readDirectory(scope)
  const page = <MailboxFormPage {...{ locale, departments, ...drawn }} once={onceKey(drawn.raw)} />
  const t = mailboxText(locale)
  return c.render(page, {
    title: drawn.mailbox ? t.edit : t.add,
    status: drawn.errors ? 422 : 200,
  })
}
