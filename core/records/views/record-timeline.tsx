import { LinkButton } from '../../../views/button.tsx'
import { viewText } from '../../../views/messages.ts'
import { Timeline } from '../../../views/timeline.tsx'
import type { Scope } from '../../scope.ts'
import { recordText } from '../messages.ts'
import { type ToldTimeline, timelineParts } from '../told.ts'

type Props = {
  scope: Pick<Scope, 'locale'>
  /** The address of the record's page. */
  href: string
  timeline: ToldTimeline
}

const swap = 'target:#timeline'

/** What happened to a record, all of it or one part; each part has an address of its own. */
export const RecordTimeline = ({ scope, href, timeline: { items, older, part } }: Props) => {
  const t = recordText(scope.locale).timeline
  const at = (wanted?: string, before?: string) => {
    const query = new URLSearchParams({
      ...(wanted && { show: wanted }),
      ...(before && { before }),
    })
    return query.size > 0 ? `${href}?${query}` : href
  }
  return (
    <section id="timeline">
      <nav class="timeline-parts" aria-label={t.partsLabel}>
        {[undefined, ...timelineParts].map((one) => (
          <a href={at(one)} hx-boost={swap} aria-current={one === part ? 'true' : undefined}>
            {t.parts[one ?? 'all']}
          </a>
        ))}
      </nav>
      {items.length === 0 && <p class="hint">{t.nothingHere}</p>}
      <Timeline t={viewText(scope.locale).timeline} groups={[{ items }]} />
      {older && (
        <LinkButton small href={at(part, older)}>
          {t.older}
        </LinkButton>
      )}
    </section>
  )
}
