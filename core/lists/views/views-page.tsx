import { Card } from '../../../views/card.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { roleWords } from '../../access/roles.ts'
import type { Scope } from '../../scope.ts'
import { addressOf, viewParam } from '../choosing.ts'
import type { Listed } from '../listed.ts'
import { listsText } from '../messages.ts'
import { mayChange, type SavedView, type SavedViews, viewsOf } from '../saved-views.ts'
import { isChanged, stateIn } from '../view-state.ts'
import { DefaultsForm } from './defaults-form.tsx'

type Props = {
  scope: Scope
  list: Listed
  saved: SavedViews
  /** The address of the list one comes from. */
  params: URLSearchParams
}

/** All views of a list; what can be done with the one at hand stands in the list's menu too. */
export const ViewsPage = ({ scope, list, saved, params }: Props) => {
  const t = listsText(scope.locale).views
  const title = list.title[scope.locale]
  const views = viewsOf(scope.user, saved, list.key)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.of(title)}
        trail={[{ href: list.href, label: title }]}
      />
      <PageBody>
        <div class="stack">
          <Deeds scope={scope} list={list} views={views} params={params} />
          <Card title={t.title} flush>
            {views.length === 0 && <p class="card-body hint">{t.none}</p>}
            <ul class="rows">
              {views.map((view) => (
                <ViewRow scope={scope} list={list} view={view} />
              ))}
            </ul>
          </Card>
          <DefaultsForm scope={scope} list={list} saved={saved} views={views} />
        </div>
      </PageBody>
    </>
  )
}

type DeedsProps = Pick<Props, 'scope' | 'list' | 'params'> & { views: readonly SavedView[] }

const Deeds = ({ scope, list, views, params }: DeedsProps) => {
  const t = listsText(scope.locale).views
  const now = stateIn(scope, list, params)
  const view = views.find(({ id }) => id === params.get(viewParam))
  const changes = view && mayChange(scope.user, view)
  const all = `${list.href}/views`
  const columns = now.columns?.join(',') ?? ''
  return (
    <div id="views" class="view-deeds">
      {changes && isChanged(scope, list, view, now) && (
        <form method="post" action={`${all}/${view.id}/state`}>
          <input type="hidden" name="params" value={now.params} />
          <input type="hidden" name="columns" value={columns} />
          <button type="submit">
            <Icon name="check" />
            {t.saveNow(view.name)}
          </button>
        </form>
      )}
      <a href={`${all}/new?${withColumns(now.params, columns)}`}>
        <Icon name="plus" />
        {t.saveAs}
      </a>
      {changes && (
        <a href={editHref(list, view)}>
          <Icon name="pencil" />
          {t.edit(view.name)}
        </a>
      )}
      <a href={all}>
        <Icon name="list-check" />
        {t.allViews}
      </a>
    </div>
  )
}

const editHref = ({ href }: Listed, { id }: SavedView) => `${href}/views/edit?id=${id}`

function withColumns(params: string, columns: string): string {
  const all = new URLSearchParams(params)
  if (columns) all.set('columns', columns)
  return all.toString()
}

type RowProps = Pick<Props, 'scope' | 'list'> & { view: SavedView }

const ViewRow = ({ scope, list, view }: RowProps) => {
  const { locale, user } = scope
  const t = listsText(locale).views
  const { departmentId, departmentName, ownerId, ownerName, roles } = view
  const titles = roles.map((role) => roleWords[role].title[locale])
  const notes = [
    departmentId ? (departmentName ?? t.departmentGone) : roles.length === 0 && t.own,
    titles.length > 0 && t.opensFor(titles.join(locale === 'en' ? ', ' : '、')),
    ownerId !== user.id && t.by(ownerName),
  ]
  return (
    <li data-testid="row">
      <p>
        <a href={`${list.href}?${addressOf(view)}`}>{view.name}</a>
        <small>{notes.filter(Boolean).join(' · ')}</small>
      </p>
      {mayChange(user, view) && (
        <a
          class="ghost-icon"
          href={editHref(list, view)}
          aria-label={t.edit(view.name)}
          title={t.edit(view.name)}
        >
          <Icon name="pencil" />
        </a>
      )}
    </li>
  )
}
