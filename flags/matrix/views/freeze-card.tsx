import { formatMoment } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { flagsText } from '../../messages.ts'
import { type Cell, isFrozenItself } from '../cell.ts'
import { matrixText } from '../messages.ts'

type Props = { scope: Scope; cell: Cell; href: string; error?: string | undefined }

/** Stops a module here at once, or lets a stopped one go on; a stop without a reason asks for it. */
export const FreezeCard = ({ scope, cell, href, error }: Props) => {
  const { locale, company } = scope
  const t = matrixText(locale).freeze
  const { kill } = cell
  if (kill && !isFrozenItself(cell))
    return (
      <Card title={t.frozenTitle} testId="freeze">
        <p>{t.fromAbove}</p>
      </Card>
    )
  const moment = kill && formatMoment(locale, company.timeZone, new Date(kill.since))
  const owes = kill?.reason === ''
  return (
    <Card title={kill ? t.frozenTitle : t.title} testId="freeze">
      <form id="freeze" class="form" method="post" action={`${href}/freeze`} novalidate>
        {kill && <p>{owes ? t.owed(moment ?? '') : t.since(moment ?? '', kill.reason)}</p>}
        <p class="hint">{kill ? t.thawText : t.text}</p>
        <Field
          t={viewText(locale).form}
          form="freeze"
          kind="text"
          name="reason"
          label={flagsText(locale).preview.reason}
          hint={kill ? undefined : t.later}
          required={kill !== undefined}
          error={error}
        />
        <div class="actions">
          {!kill && (
            <Button kind="danger" icon="ban">
              {t.freeze}
            </Button>
          )}
          {owes && (
            <Button formaction={`${href}/explain`} icon="pencil">
              {t.explain}
            </Button>
          )}
          {kill && (
            <Button kind="primary" formaction={`${href}/thaw`} icon="player-play">
              {t.thaw}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}
