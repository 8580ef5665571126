import { isAside } from '../../../core/adoption/declared.ts'
import { formatAgo, formatNumber } from '../../../core/i18n/format.ts'
import type { Module } from '../../../core/module.ts'
import { formatIndex, formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Stats } from '../../../views/stat.tsx'
import { Tabs } from '../../../views/tabs.tsx'
import type { Compared } from '../comparison.ts'
import type { Group } from '../formula.ts'
import { adoptionText } from '../messages.ts'
import type { DepartmentIndex, Point } from '../reading.ts'
import { chartOf } from '../wording.ts'
import { ComparisonCard } from './comparison.tsx'
import { DepartmentTable } from './departments.tsx'
import { Trend } from './trend.tsx'

export type Overview = {
  /** Those that are open for somebody and say what work is. */
  modules: readonly Module[]
  module: string
  at: Date | undefined
  /** Undefined when they are too few to be told of. */
  group: Group | undefined
  departments: readonly DepartmentIndex[]
  hidden: ReadonlySet<string | null>
  named: ReadonlySet<string | null>
  trend: readonly Point[]
  /** Undefined before a pilot in one department has begun, and for who does not see all. */
  compared: readonly Compared[] | undefined
  mayManage: boolean
}

const place = '/rollout/adoption'

/** How the firm takes to the product: one index, its way over half a year, and the departments. */
export const AdoptionPage = ({ scope, ...shown }: Overview & { scope: Scope }) => {
  const t = adoptionText(scope.locale)
  const { modules, at, mayManage } = shown
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        actions={
          <>
            {mayManage && (
              <LinkButton href={`${place}/agreement`} icon="settings">
                {t.agreement}
              </LinkButton>
            )}
            {mayManage && modules.length > 0 && <MeasureButton label={t.measure} />}
          </>
        }
      />
      <PageBody wide>
        <div class="stack">
          {modules.length === 0 ? (
            <Empty icon="gauge" title={t.noModule} text={t.noModuleText} />
          ) : at ? (
            <Measured scope={scope} {...shown} at={at} />
          ) : (
            <Empty icon="gauge" title={t.never} text={t.neverText} />
          )}
          {shown.compared && <ComparisonCard locale={scope.locale} compared={shown.compared} />}
          <p class="hint">{t.purpose}</p>
        </div>
      </PageBody>
    </>
  )
}

const MeasureButton = ({ label }: { label: string }) => (
  <form method="post" action={`${place}/measure`}>
    <Button icon="refresh">{label}</Button>
  </form>
)

const Measured = ({ scope, at, ...shown }: Overview & { scope: Scope; at: Date }) => {
  const { locale, company } = scope
  const t = adoptionText(locale)
  const { modules, module, group, departments, trend } = shown
  const hrefOf = (id: string) => (id ? `${place}?module=${id}` : place)
  return (
    <>
      {modules.length > 1 && (
        <Tabs
          label={t.module}
          tabs={[
            { href: place, label: t.all, current: module === '' },
            ...modules.map(({ id, title }) => ({
              href: hrefOf(id),
              label: title[locale],
              current: id === module,
            })),
          ]}
        />
      )}
      {modules.some((one) => one.id === module && isAside(one)) && <p class="hint">{t.aside}</p>}
      {departments.length === 0 ? (
        <Empty icon="gauge" title={t.nobody} text={t.nobodyText} />
      ) : (
        <>
          <GroupStats scope={scope} group={group} />
          <p class="hint">{t.measuredAt(formatAgo(locale, company.timeZone, at, scope.now()))}</p>
          <Card title={t.trend}>
            <Trend scope={scope} points={chartOf(scope, trend)} />
          </Card>
          <DepartmentTable scope={scope} {...shown} />
          <p class="hint">{t.notLogins}</p>
        </>
      )}
    </>
  )
}

/** What a group amounts to; of too few people nothing but that they are too few. */
export const GroupStats = ({ scope, group }: { scope: Scope; group: Group | undefined }) => {
  const { locale } = scope
  const t = adoptionText(locale)
  if (!group) return <p>{t.tooFew('4')}</p>
  const say = (value: number | null) => (value === null ? t.unknown : formatIndex(locale, value))
  return (
    <Stats
      stats={[
        {
          label: t.index,
          value: say(group.value),
          note: t.counted(formatNumber(locale, group.people)),
        },
        {
          label: t.adopters,
          value: group.adopters === null ? t.unknown : formatShare(locale, group.adopters),
          note: t.adoptersNote,
        },
        { label: t.dormant, value: formatNumber(locale, group.dormant), note: t.dormantNote },
        { label: t.spread, value: `${say(group.p10)} – ${say(group.p90)}`, note: t.spreadNote },
      ]}
    />
  )
}
