import type { Module } from '../../../core/module.ts'
import { formatIndex } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { Head } from '../../../views/head.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { pill } from '../../../views/pill.tsx'
import { groupOf } from '../formula.ts'
import { adoptionText } from '../messages.ts'
import type { PersonIndex, Point } from '../reading.ts'
import { chartOf, moduleName } from '../wording.ts'
import { GroupStats } from './overview.tsx'
import { Trend } from './trend.tsx'

type Props = {
  scope: Scope
  modules: readonly Module[]
  module: string
  name: string
  people: readonly PersonIndex[]
  trend: readonly Point[]
  /** The page that leads here. */
  home: { href: string; label: string }
}

/** The people of a department, those who may need help first. */
export const DepartmentPage = ({ scope, modules, module, name, people, trend, home }: Props) => {
  const { locale } = scope
  const t = adoptionText(locale)
  const query = module ? `?module=${module}` : ''
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={`${name} · ${moduleName(scope, modules, module)}`}
        trail={[home]}
      />
      <PageBody wide>
        <div class="stack">
          <GroupStats scope={scope} group={groupOf(people)} />
          <Card title={t.trend}>
            <Trend scope={scope} points={chartOf(scope, trend)} />
          </Card>
          <p class="hint">{t.lowestFirst}</p>
          <table class="counts parts" data-testid="adoption-people">
            <Head columns={[t.person, t.index]} />
            <tbody>
              {people.map((person) => (
                <tr>
                  <th scope="row">
                    <a href={`/rollout/adoption/people/${person.id}${query}`}>{person.name}</a>{' '}
                    {person.dormant && pill(t.isDormant, 'grey')}
                  </th>
                  <td>
                    <meter value={person.value} min={0} max={100} aria-hidden="true"></meter>{' '}
                    {formatIndex(locale, person.value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="hint">{t.purpose}</p>
        </div>
      </PageBody>
    </>
  )
}
