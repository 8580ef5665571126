import { onceKey } from '../../../core/http/once.ts'
import { formatAgo } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { type FieldErrors, Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Directory } from '../../names.ts'
import type { Effect } from '../../preview.ts'
import { moduleFlag } from '../../strategies.ts'
import { EffectCard } from '../../views/effect-card.tsx'
import { matrixText } from '../messages.ts'
import type { Proposal } from '../proposals.ts'
import type { Asks } from '../strictness.ts'
import { GateNote } from './gate-note.tsx'
import { sayProposal } from './say-proposal.ts'

type Props = {
  scope: Scope
  proposal: Proposal
  effects: readonly Effect[]
  /** What stands before it as of now; undefined for one that is about the strictness. */
  asks: Asks | undefined
  directory: Directory
  errors: FieldErrors
}

/** One proposal: what it means for whom as of now, and the decision of a second person. */
export const ProposalPage = ({ scope, proposal, effects, asks, directory, errors }: Props) => {
  const { locale, company } = scope
  const t = matrixText(locale)
  const form = viewText(locale).form
  const here = `/rollout/matrix/proposals/${proposal.id}`
  const isOwn = proposal.by === scope.user.id
  const ago = formatAgo(locale, company.timeZone, proposal.at, scope.now())
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.proposals.one}
        trail={[
          { href: '/rollout/matrix', label: t.title },
          { href: '/rollout/matrix/proposals', label: t.proposals.title },
        ]}
      />
      <PageBody>
        <div class="stack">
          <Card title={sayProposal(locale, proposal, directory)}>
            <p>{proposal.reason}</p>
            <p class="hint">
              {directory.person(proposal.by)} · {ago}
            </p>
          </Card>
          {effects.map((effect) => (
            <EffectCard
              locale={locale}
              effect={effect}
              also={
                effect.module === proposal.module
                  ? undefined
                  : directory.flag(moduleFlag(effect.module))
              }
            />
          ))}
          {asks && <GateNote scope={scope} asks={asks} />}
          {isOwn ? (
            <p>{t.proposals.own}</p>
          ) : (
            <Form
              t={form}
              id="confirm"
              action={`${here}/confirm`}
              plain
              errors={errors[''] ? { '': errors[''] } : {}}
              once={onceKey()}
              submit={t.proposals.confirm}
            />
          )}
          <Form
            t={form}
            id="drop"
            action={`${here}/drop`}
            plain
            danger
            submit={isOwn ? t.proposals.withdraw : t.proposals.refuse}
          >
            <Field
              t={form}
              form="drop"
              kind="text"
              name="reason"
              label={t.proposals.why}
              required
              error={errors.reason}
            />
          </Form>
        </div>
      </PageBody>
    </>
  )
}
