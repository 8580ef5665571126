import { may } from '../core/access/person.ts'
import { formatNumber } from '../core/i18n/format.ts'
import type { Module } from '../core/module.ts'
import type { Scope } from '../core/scope.ts'
import { Card } from '../views/card.tsx'
import type { Markup } from '../views/markup.ts'
import { PanelItem } from '../views/panel.tsx'
import { flagsText } from './messages.ts'
import { readStandings } from './standing.ts'
import { standPill } from './views/modules.tsx'

/** The start page's card of those who decide who has what: how each module stands, how many have it. */
export async function modulesCard(
  scope: Scope,
  modules: readonly Module[],
): Promise<Markup | undefined> {
  if (!may(scope.user, 'core.modules.manage') || modules.length === 0) return undefined
  const { locale } = scope
  const t = flagsText(locale).modules
  const { standings, people } = await readStandings(scope, modules)
  const all = formatNumber(locale, people)
  return (
    <Card
      title={t.title}
      actions={<a href="/rollout/who">{flagsText(locale).who.title}</a>}
      testId="modules-card"
    >
      {standings.map(({ module, stand, members }) => (
        <PanelItem
          href={`/admin/modules/${module.id}`}
          title={module.title[locale]}
          note={t.have(formatNumber(locale, members.length), all)}
          aside={standPill(locale, stand)}
        />
      ))}
    </Card>
  )
}
