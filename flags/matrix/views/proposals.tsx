import { may } from '../../../core/access/person.ts'
import { formatAgo } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { Empty } from '../../../views/empty.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { PanelItem } from '../../../views/panel.tsx'
import type { Directory } from '../../names.ts'
import { matrixText } from '../messages.ts'
import type { Proposal } from '../proposals.ts'
import { sayProposal } from './say-proposal.ts'

type Props = { scope: Scope; proposals: readonly Proposal[]; directory: Directory }

/** Everything that waits for a second person, the oldest first. */
export const ProposalsPage = ({ scope, proposals, directory }: Props) => {
  const { locale, company } = scope
  const t = matrixText(locale)
  const opens = may(scope.user, 'core.rollout.decide')
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.proposals.title}
        trail={[{ href: '/rollout/matrix', label: t.title }]}
      />
      {proposals.length === 0 ? (
        <Empty icon="user-check" title={t.proposals.none} text={t.proposals.noneText} />
      ) : (
        <PageBody>
          <Card>
            {proposals.map((one) => (
              <PanelItem
                href={opens ? `/rollout/matrix/proposals/${one.id}` : undefined}
                title={sayProposal(locale, one, directory)}
                note={`${directory.person(one.by) ?? ''} · ${formatAgo(locale, company.timeZone, one.at, scope.now())} · ${one.reason}`}
              />
            ))}
          </Card>
        </PageBody>
      )}
    </>
  )
}
