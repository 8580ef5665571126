import type { Scope } from '../../../../core/scope.ts'
import { Icon } from '../../../../views/icon.tsx'
import { Panel, PanelItem } from '../../../../views/panel.tsx'
import { accountKind, personKind } from '../../kinds.ts'
import { relationsText } from '../messages.ts'
import { labelOf, type Relation } from '../reading.ts'

type Props = {
  scope: Scope
  /** The record's page. */
  href: string
  relations: readonly Relation[]
  mayEdit: boolean
}

/** How a record stands to others. */
export const RelationsPanel = ({ scope, href, relations, mayEdit }: Props) => {
  const t = relationsText(scope.locale)
  return (
    <Panel
      title={t.title}
      count={relations.length > 0 ? String(relations.length) : undefined}
      add={mayEdit ? { href: `${href}/relations/new`, label: t.add } : undefined}
      empty={t.none}
    >
      {relations.length > 0
        ? relations.map((relation) => (
            <div class="linked">
              <PanelItem
                href={hrefOf(relation)}
                title={relation.name}
                note={[labelOf(relation)[scope.locale], relation.note].filter(Boolean).join(' · ')}
              />
              {mayEdit && (
                <RemoveButton
                  action={`${href}/relations/${relation.id}/remove`}
                  label={t.remove(relation.name)}
                />
              )}
            </div>
          ))
        : undefined}
    </Panel>
  )
}

const RemoveButton = ({ action, label }: { action: string; label: string }) => (
  <form method="post" action={action} class="actions">
    <button type="submit" class="ghost-icon" aria-label={label} title={label}>
      <Icon name="x" />
    </button>
  </form>
)

const hrefOf = ({ object, recordId }: Relation): string =>
  `${object === personKind.object ? personKind.href : accountKind.href}/${recordId}`
