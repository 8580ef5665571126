import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { may } from '../../access/person.ts'
import { roleWords } from '../../access/roles.ts'
import { listed } from '../../i18n/punctuation.ts'
import type { Role } from '../../module.ts'
import type { Scope } from '../../scope.ts'
import { addressOf, viewParam } from '../choosing.ts'
import type { Listed } from '../listed.ts'
import { listsText } from '../messages.ts'
import { manageViews, mayChange, type SavedView, type SavedViews, viewsOf } from '../saved-views.ts'
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
  const views = viewsOf(scope, saved, list.key)
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
          {mayPrepare(scope, list, saved) && <Prepared scope={scope} list={list} />}
          <DefaultsForm scope={scope} list={list} saved={saved} views={views} />
        </div>
      </PageBody>
    </>
  )
}

/** Offered to who sets lists up for everybody, as long as nothing of it is there. */
const mayPrepare = ({ user }: Scope, { key, prepared }: Listed, { views }: SavedViews): boolean =>
  prepared !== undefined &&
  may(user, manageViews) &&
  !views.some((view) => view.list === key && view.names)

const Prepared = ({ scope: { locale }, list }: Pick<Props, 'scope' | 'list'>) => {
  const t = listsText(locale).views
  const names = (list.prepared ?? []).map(({ name }) => t.quoted(name[locale]))
  return (
    <Card title={t.prepared} testId="prepared-views">
      <p>{t.preparedText(new Intl.ListFormat(locale).format(names))}</p>
      <form method="post" action={`${list.href}/views/prepared`}>
        <Button>{t.prepare}</Button>
      </form>
    </Card>
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
  const { departmentId, departmentName, ownerId, ownerName, roles, forRoles, names } = view
  const titles = (of: readonly Role[]) =>
    listed(
      locale,
      of.map((role) => roleWords[role].title[locale]),
    )
  const isOwn = roles.length === 0 && forRoles.length === 0
  const notes = [
    departmentId ? (departmentName ?? t.departmentGone) : isOwn && t.own,
    forRoles.length > 0 && t.seenBy(titles(forRoles)),
    roles.length > 0 && t.opensFor(titles(roles)),
    ownerId !== user.id && !names && t.by(ownerName),
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
