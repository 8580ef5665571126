import { formatAgo } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Card } from '../../../../views/card.tsx'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { sayIn } from '../../courses/content.ts'
import type { Waiting } from '../handing-in.ts'
import { handInText } from '../messages.ts'
import type { Stuck } from '../stuck.ts'

type Props = { scope: Scope; waiting: readonly Waiting[]; stuck: readonly Stuck[] }

/** What waits to be read, the oldest first, and who waits for a talk. */
export const WorkPage = ({ scope, waiting, stuck }: Props) => {
  const { locale } = scope
  const t = handInText(locale)
  return (
    <>
      <PageHead t={viewText(locale).page} title={t.title} />
      <PageBody>
        {waiting.length === 0 && stuck.length === 0 && (
          <Empty icon="notebook" title={t.empty} text={t.emptyText} />
        )}
        {waiting.length > 0 && (
          <Card title={t.title} testId="waiting">
            <ul class="courses">
              {waiting.map((one) => (
                <WaitingItem scope={scope} one={one} />
              ))}
            </ul>
          </Card>
        )}
        {stuck.length > 0 && (
          <Card title={t.stuck} testId="stuck">
            <p class="hint">{t.stuckHint}</p>
            <ul class="courses">
              {stuck.map((one) => (
                <li>
                  <div class="what">
                    {one.name}
                    <small>{sayIn(locale, one.titles)}</small>
                  </div>
                  {one.userId !== scope.user.id && (
                    <form method="post" action={`/training/assignments/${one.id}/attempt`}>
                      <Button small>{t.more}</Button>
                    </form>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </PageBody>
    </>
  )
}

const WaitingItem = ({ scope, one }: { scope: Scope; one: Waiting }) => {
  const { locale, company, now } = scope
  const t = handInText(locale)
  const ago = formatAgo(locale, company.timeZone, new Date(one.updatedAt), now())
  return (
    <li>
      <div class="what">
        {sayIn(locale, one.titles)}
        <small>
          {one.department ? t.from(one.name, one.department) : one.name} · {t.handedIn(ago)}
        </small>
      </div>
      {one.userId === scope.user.id ? (
        <small>{t.own}</small>
      ) : (
        <LinkButton small href={`/training/work?read=${one.id}`}>
          {t.decide}
        </LinkButton>
      )}
    </li>
  )
}
