import { formatMoment, formatNumber } from '../../core/i18n/format.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import { type Bar, openSheet } from '../../core/print/sheet.ts'
import type { Scope } from '../../core/scope.ts'
import { placeOn } from '../../views/bullet.tsx'
import { metricNamed } from '../evidence/metrics.ts'
import { sayReading } from '../evidence/wording.ts'
import type { Judged } from '../gates/formula.ts'
import { gatesText } from '../gates/messages.ts'
import type { Weighed } from '../gates/room.ts'
import { sayScore, sayTerms } from '../gates/wording.ts'
import { planText } from '../plan/messages.ts'
import { stateOf } from '../plan/views/stage-bar.tsx'
import { overviewText } from './messages.ts'
import type { Overview } from './reading.ts'
import { figuresOf, sayBlocker, sayRisk } from './wording.ts'

/** So many of each fit on one page. */
const [mostBlockers, mostBars] = [6, 14]

/** The overview as one page of A4 for the leaders' meeting. */
export async function printOverview(scope: Scope, overview: Overview): Promise<Buffer> {
  const { locale, company, user } = scope
  const t = overviewText(locale)
  const when = formatMoment(locale, company.timeZone, scope.now())
  const sheet = await openSheet({
    company: company.name,
    title: t.title,
    note: t.printed(when, user.name),
  })
  sheet.figures(figuresOf(scope, overview).slice(0, 3))
  sheet.figures(figuresOf(scope, overview).slice(3))
  const plan = planText(locale)
  const stages = overview.standing.stages.map((stage) =>
    t.stage(`${stage.code} ${plan.stages[stage.code]}`, plan.states[stateOf(stage)]),
  )
  sheet.text(stages.join(locale === 'zh-CN' ? '　' : '   '), 'quiet')
  sheet.heading(t.blocked)
  const { blockers } = overview
  if (blockers.length === 0) sheet.text(t.free)
  sheet.list(blockers.slice(0, mostBlockers).map((blocker) => sayBlocker(locale, blocker)))
  if (blockers.length > mostBlockers)
    sheet.text(t.more(formatNumber(locale, blockers.length - mostBlockers)), 'quiet')
  if (overview.risks.length > 0) {
    sheet.heading(t.risks)
    sheet.list(overview.risks.map((risk) => sayRisk(locale, risk)))
  }
  printGate(sheet, locale, overview)
  return await sheet.finish()
}

function printGate(
  sheet: Awaited<ReturnType<typeof openSheet>>,
  locale: Locale,
  { standing, evaluation }: Overview,
): void {
  const t = overviewText(locale)
  const words = gatesText(locale)
  if (!standing.gate || !evaluation) {
    sheet.heading(t.lastGate)
    return
  }
  const { code, family } = standing.gate
  sheet.heading(t.nextGate(words.gate(code, words.names[family])))
  const { suggestion, judged } = evaluation
  sheet.text(`${words.outcomes[suggestion]} · ${sayScore(locale, evaluation)}`)
  sheet.bars(judged.slice(0, mostBars).map((one) => barOf(locale, one)))
  if (judged.length > mostBars)
    sheet.text(t.more(formatNumber(locale, judged.length - mostBars)), 'quiet')
}

/** Where a criterion stands between its floor and its target; better lies to the right. */
function barOf(locale: Locale, one: Judged<Weighed>): Bar {
  const metric = metricNamed(one.metric)
  const { value, n } = one.reading
  const isYes = metric.unit === 'yes'
  const place = (read: number) => (isYes ? read : 100 * placeOn(one, read))
  const said = [
    sayReading(locale, metric, one.reading),
    sayTerms(locale, { ...one, minN: null }),
    n === undefined ? '' : `n = ${formatNumber(locale, n)}`,
  ]
  return {
    label: metric.title[locale],
    value: one.attainment === null || value === undefined ? undefined : place(value),
    floor: isYes || one.floor === one.target ? undefined : place(one.floor),
    target: isYes ? undefined : place(one.target),
    text: said.filter(Boolean).join(' · '),
    good: one.attainment === null ? undefined : one.attainment === 1 || !(one.isBelow || one.hard),
  }
}
