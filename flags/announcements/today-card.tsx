import type { Scope } from '../../core/scope.ts'
import { Card } from '../../views/card.tsx'
import type { Markup } from '../../views/markup.ts'
import { readAnnouncements } from './announcements.ts'
import { announcementText } from './messages.ts'
import { AnnouncementItem } from './views/announcements.tsx'

/** The start page's card of what one has not read yet. */
export async function announcementCard(scope: Scope): Promise<Markup | undefined> {
  const unread = (await readAnnouncements(scope, { own: true })).filter((one) => !one.readByMe)
  if (unread.length === 0) return undefined
  return (
    <Card
      title={announcementText(scope.locale).title}
      actions={<a href="/rollout/announcements">{announcementText(scope.locale).title}</a>}
      testId="announcement-card"
    >
      {unread.slice(0, 3).map((one) => (
        <AnnouncementItem scope={scope} one={one} />
      ))}
    </Card>
  )
}
