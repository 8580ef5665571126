import { formatDay, formatNumber } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import { Pill } from '../../../views/pill.tsx'
import { flagsText } from '../../messages.ts'
import type { Announcement, SignOff } from '../announcements.ts'
import { announcementText } from '../messages.ts'

const place = '/rollout/announcements'

type ListProps = { scope: Scope; announcements: readonly Announcement[]; mayManage: boolean }

/** What was announced: to this person, or for those who announce to all. */
export const AnnouncementsPage = ({ scope, announcements, mayManage }: ListProps) => {
  const { locale } = scope
  const t = announcementText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          mayManage && (
            <LinkButton kind="primary" href={`${place}/new`} icon="plus">
              {t.register.add}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <div class="stack">
          <p class="hint">{t.text}</p>
          {announcements.length === 0 && (
            <Empty icon="presentation" title={t.empty} text={t.emptyText} />
          )}
          <div>
            {announcements.map((one) => (
              <AnnouncementItem scope={scope} one={one} readers={mayManage} />
            ))}
          </div>
        </div>
      </PageBody>
    </>
  )
}

type ItemProps = {
  scope: Scope
  one: Announcement
  /** Whether to say how many have read it. */
  readers?: boolean
}

/** One line of the list, and of the start page's card. */
export const AnnouncementItem = ({ scope, one, readers }: ItemProps) => {
  const { locale, company } = scope
  const t = announcementText(locale)
  const say = (count: number) => formatNumber(locale, count)
  return (
    <PanelItem
      href={`${place}/${one.id}`}
      title={one.title}
      note={[
        t.kinds[one.kind],
        one.department ?? t.everybody,
        formatDay(company.timeZone, one.at),
        ...(readers ? [t.read(say(one.read), say(one.people))] : []),
      ].join(' · ')}
      aside={
        <Pill text={one.readByMe ? t.done : t.unread} tone={one.readByMe ? 'green' : 'orange'} />
      }
    />
  )
}

type OneProps = {
  scope: Scope
  one: Announcement
  signOffs: readonly SignOff[]
  maySignOff: boolean
  mayManage: boolean
  isMeant: boolean
}

/** An announcement in full, with the receipt one gives. */
export const AnnouncementPage = ({ scope, one, signOffs, ...may }: OneProps) => {
  const { locale, company } = scope
  const t = announcementText(locale)
  const say = (count: number) => formatNumber(locale, count)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={one.title}
        trail={[{ href: place, label: t.title }]}
        actions={
          may.mayManage && (
            <LinkButton href={`${place}/${one.id}/edit`} icon="pencil">
              {flagsText(locale).register.edit}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <div class="stack">
          <p class="hint">
            {[t.kinds[one.kind], one.department ?? t.everybody].join(' · ')}
            {may.mayManage && ` · ${t.read(say(one.read), say(one.people))}`}
          </p>
          <Card>
            <p class="plain-text">{one.body}</p>
          </Card>
          <div class="actions">
            {may.isMeant && !one.readByMe && (
              <form method="post" action={`${place}/${one.id}/read`}>
                <Button kind="primary" icon="check">
                  {t.markRead}
                </Button>
              </form>
            )}
            {may.maySignOff && (
              <form method="post" action={`${place}/${one.id}/sign-off`}>
                <Button icon="pencil">{t.signOff}</Button>
              </form>
            )}
          </div>
          {one.signOff && (
            <Card title={t.signOffs} testId="sign-offs">
              {signOffs.length === 0 && <p class="hint">{t.noSignOff}</p>}
              {signOffs.map(({ department, name, at }) => (
                <p>{t.signedBy(department, name, formatDay(company.timeZone, at))}</p>
              ))}
            </Card>
          )}
        </div>
      </PageBody>
    </>
  )
}
