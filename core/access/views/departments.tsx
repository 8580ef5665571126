import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Locale } from '../../i18n/locale.ts'
import type { Branch, Department } from '../department-tree.ts'
import { accessText } from '../messages.ts'

type Props = { locale: Locale; tree: readonly Branch[]; archived: readonly Department[] }

/** All departments as the tree they form, with head-counts. */
export const DepartmentsPage = ({ locale, tree, archived }: Props) => {
  const t = accessText(locale).departments
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          <LinkButton
            href="/admin/departments/new"
            kind="primary"
            icon="plus"
            tour="departments.add"
          >
            {t.add}
          </LinkButton>
        }
      />
      <PageBody>
        <p class="hint">{t.intro}</p>
        {tree.length === 0 ? (
          <Empty icon="sitemap" title={t.none} text={t.noneText} />
        ) : (
          <Card flush>
            <Tree locale={locale} branches={tree} />
          </Card>
        )}
        {archived.length > 0 && <Archived locale={locale} archived={archived} />}
      </PageBody>
    </>
  )
}

const Tree = ({ locale, branches }: { locale: Locale; branches: readonly Branch[] }) => {
  const t = accessText(locale).departments
  return (
    <ul class="tree">
      {branches.map((branch) => (
        <li>
          <div class="tree-row" data-testid="row">
            <a href={`/admin/departments/${branch.id}`}>{branch.name}</a>
            <code>{branch.key}</code>
            <a class="tree-count" href={`/admin/people?department=${branch.id}`}>
              <Icon name="user" />
              {branch.people}
              {branch.peopleBelow !== branch.people && (
                <span>· {t.withBelow(branch.peopleBelow)}</span>
              )}
            </a>
            <a
              class="ghost-icon"
              href={`/admin/departments/new?parent=${branch.id}`}
              aria-label={t.addBelow(branch.name)}
              title={t.addBelow(branch.name)}
            >
              <Icon name="plus" />
            </a>
          </div>
          {branch.children.length > 0 && <Tree locale={locale} branches={branch.children} />}
        </li>
      ))}
    </ul>
  )
}

const Archived = ({ locale, archived }: Pick<Props, 'locale' | 'archived'>) => {
  const t = accessText(locale).departments
  return (
    <Card title={t.archived} flush>
      <ul class="tree">
        {archived.map((department) => (
          <li>
            <form
              method="post"
              action={`/admin/departments/${department.id}/restore`}
              class="tree-row"
            >
              <span>{department.name}</span>
              <code>{department.key}</code>
              <Button small icon="restore">
                {t.restore}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
