import type { Scope } from '../../../../core/scope.ts'
import { Empty } from '../../../../views/empty.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { learningText } from '../../learning/messages.ts'
import { progressText } from '../messages.ts'
import type { Line } from '../reading.ts'
import { OneLine } from './people.tsx'

type Props = { scope: Scope; lines: readonly Line[] }

/** What a champion sees of the people of their department. */
export const DepartmentPage = ({ scope, lines }: Props) => {
  const { locale } = scope
  const t = progressText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.own}
        trail={[{ href: '/training', label: learningText(locale).title }]}
      />
      <PageBody wide>
        <p class="hint">{t.ownHint}</p>
        {lines.length === 0 ? (
          <Empty icon="users" title={t.own} text={t.ownNone} />
        ) : (
          <ul class="courses" data-testid="people">
            {lines.map((line) => (
              <OneLine scope={scope} line={line} />
            ))}
          </ul>
        )}
      </PageBody>
    </>
  )
}
