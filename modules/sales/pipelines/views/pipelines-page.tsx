import { may } from '../../../../core/access/person.ts'
import { listed } from '../../../../core/i18n/punctuation.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { managePipelines } from '../../rights.ts'
import { pipelinesText } from '../messages.ts'
import { liveStages, type Pipeline } from '../stages.ts'

type Props = { scope: Scope; pipelines: readonly Pipeline[] }

const place = '/sales/pipelines'

/** The pipelines of a company, and the way to its loss reasons. */
export const PipelinesPage = ({ scope, pipelines }: Props) => {
  const t = pipelinesText(scope.locale)
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        actions={
          may(scope.user, managePipelines) && (
            <>
              <LinkButton href="/sales/loss-reasons" icon="list-check">
                {t.reasons.title}
              </LinkButton>
              <LinkButton kind="primary" href={`${place}/new`} icon="plus" tour="new-pipeline">
                {t.add}
              </LinkButton>
            </>
          )
        }
      />
      <PageBody>
        <p class="hint">{t.text}</p>
        <div class="stack">
          {pipelines.map((pipeline) => (
            <One scope={scope} pipeline={pipeline} />
          ))}
        </div>
      </PageBody>
    </>
  )
}

const One = ({ scope, pipeline }: { scope: Scope; pipeline: Pipeline }) => {
  const t = pipelinesText(scope.locale)
  const { id, name, departments, hidden } = pipeline
  const whose = departments.length > 0 ? departments.map((one) => one.name) : [t.everybody]
  return (
    <article class="panel-item" data-testid="pipeline">
      <a class="title" href={`${place}/${id}`}>
        <strong>{name}</strong>
      </a>
      <span class="note">
        {listed(scope.locale, hidden ? [t.hidden] : whose)}
        {' · '}
        {liveStages(pipeline)
          .map((stage) => stage.name)
          .join(' → ')}
      </span>
      {may(scope.user, managePipelines) && (
        <div class="actions">
          <LinkButton href={`${place}/${id}/edit`} icon="pencil" small>
            {t.edit}
          </LinkButton>
          <form method="post" action={`${place}/${id}/${hidden ? 'show' : 'hide'}`}>
            <Button small>{hidden ? t.show : t.hide}</Button>
          </form>
        </div>
      )}
    </article>
  )
}
