import { type Context, Hono } from 'hono'
import { allow } from '../../../core/http/allow.ts'
import { Fields } from '../../../core/http/fields.ts'
import { type Errors, type Raw, readForm } from '../../../core/http/form.ts'
import { go } from '../../../core/http/render.tsx'
import type { Site } from '../../../core/http/site.ts'
import type { Scope } from '../../../core/scope.ts'
import { parseWhole } from '../../../core/values/number.ts'
import { parseText } from '../../../core/values/text.ts'
import { manageService } from '../rights.ts'
import { noticeText } from './messages.ts'
import { type NoticeRules, readNotices, saveNotices } from './rules.ts'
import { NoticesPage } from './views/notices-page.tsx'

/** What customers are told by itself, and when their tickets close. */
export const noticeRoutes = new Hono<Site>()

const manage = allow(manageService)

noticeRoutes.get('/', manage, async (c) => {
  const { outOfHours, closingDays, graceDays, closing } = await readNotices(c.var.scope)
  return draw(c, {
    ...{ outOfHours, closing, closingDays: closingDays === null ? '' : String(closingDays) },
    graceDays: String(graceDays),
  })
})

noticeRoutes.post('/', manage, async (c) => {
  const { scope } = c.var
  const { raw } = await readForm(c)
  const { rules, errors } = readNoticeForm(scope, raw)
  if (Object.keys(errors).length > 0) return draw(c, raw, errors)
  await saveNotices(scope, rules)
  return go(c, '/service/notices', { kind: 'success', text: noticeText(scope.locale).saved })
})

/** Whoever closes tickets without saying why gets the usual words. */
function readNoticeForm({ locale }: Scope, raw: Raw): { rules: NoticeRules; errors: Errors } {
  const t = noticeText(locale)
  const fields = new Fields(raw, locale)
  const words = (name: string) => fields.may(name, (text) => parseText(text, { most: 2_000 })) ?? ''
  const days = (most: number) => (text: string) => parseWhole(text, { least: 1, most })
  const closingDays = fields.may('closingDays', days(365))
  const rules = {
    outOfHours: words('outOfHours'),
    closingDays,
    graceDays: fields.need('graceDays', t.graceDays, days(90), 3),
    closing: words('closing') || (closingDays === null ? '' : t.closingUsual),
  }
  return { rules, errors: fields.errors }
}

function draw(c: Context<Site>, raw: Raw, errors?: Errors) {
  const { locale } = c.var.scope
  const page = <NoticesPage {...{ locale, raw, errors }} />
  return c.render(page, { title: noticeText(locale).title, status: errors ? 422 : 200 })
}
