import { may } from '../../../../core/access/person.ts'
import { listed } from '../../../../core/i18n/punctuation.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { Icon } from '../../../../views/icon.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { Pill } from '../../../../views/pill.tsx'
import { managePipelines } from '../../rights.ts'
import { pipelinesText } from '../messages.ts'
import type { Pipeline, Stage } from '../stages.ts'

type Props = { scope: Scope; pipeline: Pipeline }

const tones = { open: 'blue', won: 'green', lost: 'grey' } as const

/** One pipeline: its stages in their order, and what each asks for. */
export const PipelinePage = ({ scope, pipeline }: Props) => {
  const t = pipelinesText(scope.locale)
  const href = `/sales/pipelines/${pipeline.id}`
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={pipeline.name}
        trail={[{ href: '/sales/pipelines', label: t.title }]}
        actions={
          may(scope.user, managePipelines) && (
            <>
              <LinkButton href={`${href}/edit`} icon="pencil">
                {t.edit}
              </LinkButton>
              <LinkButton kind="primary" href={`${href}/stages/new`} icon="plus" tour="new-stage">
                {t.stage.add}
              </LinkButton>
            </>
          )
        }
      />
      <PageBody>
        <h2>{t.stages}</h2>
        <div class="stack">
          {pipeline.stages.map((stage) => (
            <One scope={scope} pipeline={pipeline} stage={stage} />
          ))}
        </div>
      </PageBody>
    </>
  )
}

const One = ({ scope, pipeline, stage }: Props & { stage: Stage }) => {
  const t = pipelinesText(scope.locale)
  const href = `/sales/pipelines/${pipeline.id}/stages/${stage.id}`
  return (
    <article class="panel-item" data-testid="stage">
      <span class="title">
        <strong>{stage.name}</strong>
      </span>
      <Pill text={t.stage.kinds[stage.kind]} tone={tones[stage.kind]} />
      <span class="note">{sayStage(scope, pipeline, stage)}</span>
      {may(scope.user, managePipelines) && (
        <div class="actions">
          {(['up', 'down'] as const).map((way) => (
            <form method="post" action={`${href}/${way}`}>
              <button
                type="submit"
                class="ghost-icon"
                aria-label={t.stage[way](stage.name)}
                title={t.stage[way](stage.name)}
              >
                <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} />
              </button>
            </form>
          ))}
          <LinkButton href={`${href}/edit`} icon="pencil" small>
            {t.stage.edit}
          </LinkButton>
          <form method="post" action={`${href}/${stage.hidden ? 'show' : 'hide'}`}>
            <Button small>{stage.hidden ? t.show : t.hide}</Button>
          </form>
        </div>
      )}
    </article>
  )
}

/** All that a stage says in one line. */
function sayStage({ locale }: Scope, { stages }: Pipeline, stage: Stage): string {
  const t = pipelinesText(locale).stage
  const following = stages.filter(({ id }) => stage.leadsTo.includes(id))
  return [
    stage.hidden && pipelinesText(locale).hidden,
    `${stage.probability}%`,
    t.categories[stage.category],
    stage.stalledDays !== null && t.stalledAfter(stage.stalledDays),
    listed(
      locale,
      stage.needs.map((need) => t.need[need]),
    ),
    listed(
      locale,
      following.map(({ name }) => `→ ${name}`),
    ),
    stage.evidence,
  ]
    .filter(Boolean)
    .join(' · ')
}
