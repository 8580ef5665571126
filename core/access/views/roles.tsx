import { Card } from '../../../views/card.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { type Role, roles } from '../../module.ts'
import { type Grant, isFixed } from '../grants.ts'
import { accessText } from '../messages.ts'
import type { PermissionGroup } from '../permission-groups.ts'
import { roleWords } from '../roles.ts'

type Props = {
  locale: Locale
  grants: Readonly<Record<Role, readonly Grant[]>>
  groups: readonly PermissionGroup[]
  counts: ReadonlyMap<Role, number>
}

/** The seven roles, and what each may do; a phone shows the roles alone, which lead to the rest. */
export const RolesPage = ({ locale, grants, groups, counts }: Props) => {
  const t = accessText(locale).roles
  const differs = (role: Role) => grants[role].filter((grant) => grant.departs).length
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody wide>
        <p class="hint">{t.intro}</p>
        <div class="role-cards">
          {roles.map((role) => (
            <PanelItem
              href={`/admin/roles/${role}`}
              title={roleWords[role].title[locale]}
              note={roleWords[role].about[locale]}
              aside={
                <span class="hint">
                  {t.people(counts.get(role) ?? 0)}
                  {differs(role) > 0 && (
                    <span class="departs" title={t.differences(differs(role))} />
                  )}
                </span>
              }
            />
          ))}
        </div>
        <p class="hint matrix-away">{t.matrixAway}</p>
        <Card title={t.matrix} flush>
          <Matrix locale={locale} grants={grants} groups={groups} />
        </Card>
      </PageBody>
    </>
  )
}

const Matrix = ({ locale, grants, groups }: Omit<Props, 'counts'>) => {
  const t = accessText(locale).roles
  return (
    <table class="table matrix">
      <caption>{t.matrix}</caption>
      <thead>
        <tr>
          <th scope="col">{t.permission}</th>
          {roles.map((role) => (
            <th scope="col">
              <a href={`/admin/roles/${role}`}>{roleWords[role].title[locale]}</a>
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody>
          <tr>
            <th scope="rowgroup" colspan={roles.length + 1}>
              {group.title}
            </th>
          </tr>
          {group.permissions.map((permission) => (
            <tr>
              <th scope="row">{permission.title[locale]}</th>
              {roles.map((role) => (
                <Cell
                  locale={locale}
                  role={role}
                  grant={grants[role].find((one) => one.permission.key === permission.key)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** A dash is quieter than many a No; who listens hears the word. */
const NoReach = ({ word }: { word: string }) => (
  <>
    <span aria-hidden="true">–</span>
    <span class="sr-only">{word}</span>
  </>
)

type CellProps = { locale: Locale; role: Role; grant?: Grant }

const Cell = ({ locale, role, grant }: CellProps) => {
  const t = accessText(locale).roles
  if (!grant) return <td />
  const { reach, permission, departs } = grant
  const words = reach !== 'none' && !permission.scoped ? t.yes : t.reach[reach]
  const title = isFixed(role, permission.key) ? t.fixed : departs ? t.differs : undefined
  return (
    <td class={reach === 'none' ? 'quiet' : undefined} title={title}>
      {reach === 'none' ? <NoReach word={words} /> : words}
      {departs && (
        <span class="departs">
          <span class="sr-only">{t.differs}</span>
        </span>
      )}
    </td>
  )
}
