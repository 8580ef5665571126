import { Icon } from '../../../views/icon.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { RecordKind } from '../../records/kind.ts'
import type { Scope } from '../../scope.ts'
import { listsText } from '../messages.ts'
import { hrefOf, type ListState, paramsOf } from '../state.ts'

type Choice = { key: string; label: string; shown: boolean }
type Props = { scope: Scope; kind: RecordKind; state: ListState; choices: readonly Choice[] }

/** Which columns a list shows, in which order. Every button keeps the choice as it stands. */
export const ColumnsPage = ({ scope, kind, state, choices }: Props) => {
  const view = viewText(scope.locale)
  const t = listsText(scope.locale)
  return (
    <>
      <PageHead
        t={view.page}
        title={t.columnsTitle}
        trail={[{ href: kind.href, label: kind.text(scope.locale).title }]}
      />
      <PageBody>
        <p>{t.columnsHint}</p>
        <form id="columns" method="post" action={`${kind.href}/columns`} class="form">
          <input
            type="hidden"
            name="state"
            value={new URLSearchParams(paramsOf(state)).toString()}
          />
          <ol class="column-order">
            {choices.map(({ key, label, shown }, at) => (
              <li data-testid="column">
                <input type="hidden" name="order" value={key} />
                <label class="check-line">
                  <input
                    type="checkbox"
                    class="checkbox"
                    name="column"
                    value={key}
                    checked={shown}
                  />
                  {label}
                </label>
                <Move way="up" name={key} label={t.moveUp(label)} off={at === 0} />
                <Move
                  way="down"
                  name={key}
                  label={t.moveDown(label)}
                  off={at === choices.length - 1}
                />
              </li>
            ))}
          </ol>
          <div class="actions">
            <button type="submit" class="btn btn-primary">
              {view.form.save}
            </button>
            <a class="btn btn-ghost" href={hrefOf(kind.href, state)}>
              {view.form.cancel}
            </a>
          </div>
        </form>
      </PageBody>
    </>
  )
}

type MoveProps = { way: 'up' | 'down'; name: string; label: string; off: boolean }

const Move = ({ way, name, label, off }: MoveProps) => (
  <button
    type="submit"
    class="ghost-icon"
    name={way}
    value={name}
    aria-label={label}
    disabled={off}
  >
    <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} />
  </button>
)
