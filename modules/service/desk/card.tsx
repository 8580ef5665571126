import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import type { Markup } from '../../../views/markup.ts'
import { deskText } from './messages.ts'
import { readFigures } from './reading.ts'
import { deskPlace } from './views/desk-page.tsx'
import { Figures } from './views/figures.tsx'

/** The start page's card: how much of service waits for somebody. */
export async function deskCard(scope: Scope): Promise<Markup | undefined> {
  const figures = await readFigures(scope)
  if (figures.mine + figures.waiting === 0) return undefined
  const t = deskText(scope.locale)
  return (
    <Card title={t.next} actions={<a href={deskPlace}>{t.title}</a>} testId="desk-card">
      <Figures scope={scope} figures={figures} />
    </Card>
  )
}
