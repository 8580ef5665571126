import { Card } from '../../../../views/card.tsx'
import { Stats } from '../../../../views/stat.tsx'
import { formatNumber } from '../../../i18n/format.ts'
import type { Locale } from '../../../i18n/locale.ts'
import type { Import } from '../../imports.ts'
import { transferText } from '../messages.ts'

type Props = {
  locale: Locale
  found: Import
  /** Whether the reader may go on with it. */
  mayUndo: boolean
}

/** An undo that was begun and has stopped before its end: how far it came, and what to do now. */
export const UndoStopped = ({ locale, found, mayUndo }: Props) => {
  const t = transferText(locale)
  const count = (value: number) => formatNumber(locale, value)
  const { restored, removed, left } = found
  const done = restored + removed + left
  return (
    <Card title={t.undoStopped} testId="undo-stopped">
      <p class="warning" role="alert">
        {t.undoStoppedBy(found.undoByName ?? '')}{' '}
        {done > 0 ? t.undoneInPart(count(done)) : t.undoneNothing}{' '}
        {mayUndo ? t.undoAgain : found.undoable && t.undoElsewhere}
      </p>
      {done > 0 && (
        <Stats
          stats={[
            { label: t.restored, value: count(restored) },
            { label: t.removed, value: count(removed) },
            { label: t.leftAlone, value: count(left) },
          ]}
        />
      )}
    </Card>
  )
}
