import { type Context, Hono } from 'hono'
import { shiftDay } from '../../../core/calendar/calendar.ts'
import { today } from '../../../core/calendar/reading.ts'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import type { Module } from '../../../core/module.ts'
import { printDate } from '../../../core/values/date.ts'
import { parseText } from '../../../core/values/text.ts'
import { except, govern, learn } from '../permissions.ts'
import { grantException, mostDays, readExceptable, readExceptions } from './exceptions.ts'
import { readLeft } from './left.ts'
import { accessText } from './messages.ts'
import { readSettings, saveSettings } from './settings.ts'
import { ExceptionsPage } from './views/exceptions.tsx'
import { LeftPage } from './views/left.tsx'
import { SettingsPage } from './views/settings.tsx'

/** Where access follows learning: what is left, who is let through, and whether it does at all. */
export const accessRoutes = new Hono<Site>()

/** Modules in which writing can depend on learning. */
const taught = (c: Context<Site>): Module[] =>
  c.var.product.registry.modules.filter(({ quickStarts = [] }) => quickStarts.length > 0)

accessRoutes.get('/access', allow(learn), async (c) => {
  const { scope } = c.var
  const all = taught(c)
  const module = all.find(({ id }) => id === c.req.query('module')) ?? all[0]
  const left = await readLeft(scope, module?.quickStarts ?? [])
  const page = <LeftPage {...{ scope, left }} module={module?.title[scope.locale] ?? ''} />
  return c.render(page, { title: accessText(scope.locale).title })
})

accessRoutes.get('/settings', allow(govern), async (c) => {
  const { scope, product } = c.var
  const rule = await product.registry.console.learning?.(scope)
  const page = <SettingsPage {...{ scope, rule }} settings={await readSettings(scope)} />
  return c.render(page, { title: accessText(scope.locale).settings.title })
})

accessRoutes.post('/settings', allow(govern), async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const follows = raw.follows === 'on' ? true : raw.follows === 'off' ? false : null
  const secondReviewer = raw.secondReviewer === 'on'
  await saveSettings(scope, { follows, secondReviewer })
  const text = accessText(scope.locale).settings.saved
  return go(c, '/training/settings', { kind: 'success', text })
})

accessRoutes.get('/exceptions', allow(except), (c) => drawExceptions(c, {}))

async function drawExceptions(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { scope } = c.var
  const [exceptions, people] = [await readExceptions(scope), await readExceptable(scope)]
  const page = (
    <ExceptionsPage {...{ scope, exceptions, people, raw, errors }} modules={taught(c)} />
  )
  const title = accessText(scope.locale).exceptions.title
  return c.render(page, { title, status: errors ? 422 : 200 })
}

accessRoutes.post('/exceptions', allow(except), async (c) => {
  const { scope } = c.var
  const t = accessText(scope.locale).exceptions
  const { raw } = await readForm(c)
  const fields = new Fields(raw, scope.locale)
  const person = (await readExceptable(scope)).find(({ id }) => id === raw.person)
  const module = taught(c).find(({ id }) => id === raw.module)
  if (!person) fields.refuse('person', t.unknown)
  if (!module) fields.refuse('module', t.noModule)
  const parse = (text: string) => parseText(text, { most: 500 })
  const reason = fields.need('reason', t.reason, parse, '')
  if (!person || !module || !fields.ok) return drawExceptions(c, raw, fields.errors)
  const granted = await grantException(scope, { userId: person.id, module: module.id, reason })
  if (!granted) return drawExceptions(c, raw, { person: t.twice })
  const until = printDate(shiftDay(today(scope), mostDays), scope.locale)
  const text = t.granted(person.name, until)
  return go(c, '/training/exceptions', { kind: 'success', text })
})
