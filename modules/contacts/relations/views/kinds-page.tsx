import { recordText } from '../../../../core/records/messages.ts'
import type { Scope } from '../../../../core/scope.ts'
import { Button, LinkButton } from '../../../../views/button.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import type { RelationKind } from '../kinds.ts'
import { relationsText } from '../messages.ts'

type Props = { scope: Scope; kinds: readonly RelationKind[] }

const place = '/contacts/relations/kinds'

/** The kinds of relations a company notes, with the words at both ends. */
export const KindsPage = ({ scope, kinds }: Props) => {
  const t = relationsText(scope.locale).kinds
  return (
    <>
      <PageHead
        t={viewText(scope.locale).page}
        title={t.title}
        actions={
          <LinkButton kind="primary" href={`${place}/new`} icon="plus">
            {t.add}
          </LinkButton>
        }
      />
      <PageBody>
        <p class="hint">{t.text}</p>
        <div class="stack">
          {kinds.map((kind) => (
            <Kind scope={scope} kind={kind} />
          ))}
        </div>
      </PageBody>
    </>
  )
}

const Kind = ({ scope, kind }: { scope: Scope; kind: RelationKind }) => {
  const { locale } = scope
  const t = relationsText(locale).kinds
  const { key, from, to, forward, backward, isHidden } = kind
  const [one, other] = [forward[locale], backward[locale]]
  return (
    <article class="panel-item" data-testid="relation-kind">
      <span class="title">
        <strong>{one === other ? one : `${one} ⇄ ${other}`}</strong>
      </span>
      <span class="note">
        {t.ends[from]} ⇄ {t.ends[to]} · {isHidden ? t.hidden : t.offered}
      </span>
      <div class="actions">
        <LinkButton href={`${place}/edit?kind=${key}`} icon="pencil" small>
          {recordText(locale).pages.edit}
        </LinkButton>
        <form method="post" action={`${place}/${key}/${isHidden ? 'show' : 'hide'}`}>
          <Button small>{isHidden ? t.show : t.hide}</Button>
        </form>
      </div>
    </article>
  )
}
