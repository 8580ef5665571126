import { formatMoment } from '../../../core/i18n/format.ts'
import type { Locale } from '../../../core/i18n/locale.ts'
import type { Scope } from '../../../core/scope.ts'
import { Button } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { viewText } from '../../../views/messages.ts'
import { flagsText } from '../../messages.ts'
import type { Effect } from '../../preview.ts'
import { MemberNames } from '../../views/member-names.tsx'
import { type Cell, isFrozenItself } from '../cell.ts'
import { matrixText } from '../messages.ts'

type Props = {
  scope: Scope
  cell: Cell
  href: string
  error?: string | undefined
  /** Who would lose what by it, the modules that fall with this one included. */
  losses: readonly Effect[]
  titleOf: (module: string) => string
}

/** Stops a module here at once, or lets a stopped one go on; a stop without a reason asks for it. */
export const FreezeCard = ({ scope, cell, href, error, losses, titleOf }: Props) => {
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
        {!kill && <Losses locale={locale} losses={losses} titleOf={titleOf} />}
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

/** Of more people the number stands alone until one asks: in an emergency the button stays in sight. */
const mostShown = 12

/** Who loses the module, and who another one that falls with it: one glance before one action. */
const Losses = ({
  locale,
  losses,
  titleOf,
}: Pick<Props, 'losses' | 'titleOf'> & { locale: Locale }) => {
  const t = matrixText(locale).freeze
  if (losses.length === 0) return <p>{t.nobodyLoses}</p>
  return (
    <>
      {losses.map(({ module, lost }) => (
        <details data-testid={`loses-${module}`} open={lost.length <= mostShown}>
          <summary>{t.lose(titleOf(module), lost.length)}</summary>
          <MemberNames locale={locale} members={lost} />
        </details>
      ))}
    </>
  )
}
