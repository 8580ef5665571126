import { Button } from '../../../views/button.tsx'
import { hiddenFields, type Params } from '../../../views/list-bar.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { PerLocale } from '../../i18n/locale.ts'
import type { Scope } from '../../scope.ts'
import type { FilterField } from '../field.ts'
import type { Known } from '../known.ts'
import { conditionsText } from '../messages.ts'
import type { Draft } from '../rows.ts'
import { type Match, matches, most } from '../tree.ts'
import { RowFields } from './row.tsx'

type Props = {
  scope: Scope
  title: PerLocale
  /** Where the builder is. */
  action: string
  listHref: string
  fields: readonly FilterField[]
  draft: Draft
  known: Known
  /** The rest of the list's state, carried along. */
  params: Params
  /** What is wrong, by the number of the line; under `''` with all of it. */
  errors?: Readonly<Record<string, string>>
}

/** Builds a filter of conditions and groups, line by line; every button keeps what was typed. */
export const BuilderPage = (props: Props) => {
  const { scope, draft, errors = {} } = props
  const { builder: t } = conditionsText(scope.locale)
  const view = viewText(scope.locale)
  const wrong = errors['']
  return (
    <>
      <PageHead
        t={view.page}
        title={t.title}
        trail={[{ href: props.listHref, label: props.title[scope.locale] }]}
      />
      <PageBody>
        <p class="hint">{t.hint}</p>
        <form
          id="conditions"
          method="get"
          action={props.action}
          class="conditions"
          data-testid="conditions"
        >
          {/* Enter presses a form's first button. */}
          <button type="submit" name="do" value="apply" hidden></button>
          {hiddenFields(props.params)}
          {wrong && (
            <p class="error" role="alert" data-testid="errors">
              {wrong}
            </p>
          )}
          <MatchSelect scope={scope} name="match" value={draft.match} label={t.match} />
          <Lines {...props} />
          {draft.groups.map((match, at) => (
            <fieldset class="condition-group">
              <legend>
                {t.group} {at + 1}
              </legend>
              <MatchSelect scope={scope} name={`match${at}`} value={match} label={t.match} />
              <Lines {...props} group={at} />
              <Button small kind="quiet" icon="trash" name="do" value={`drop.${at}`}>
                {t.removeGroup}
              </Button>
            </fieldset>
          ))}
          <div class="actions">
            <button type="submit" name="do" value="apply" class="btn btn-primary">
              {t.apply}
            </button>
            {draft.groups.length < most.groups && (
              <Button name="do" value="group" icon="plus">
                {t.addGroup}
              </Button>
            )}
            <a class="btn btn-ghost" href={props.listHref}>
              {view.form.cancel}
            </a>
          </div>
        </form>
      </PageBody>
    </>
  )
}

type MatchProps = { scope: Scope; name: string; value: Match; label: string }

const MatchSelect = ({ scope, name, value, label }: MatchProps) => (
  <label class="match">
    <span>{label}</span>
    <select name={name} class="select">
      {matches.map((one) => (
        <option value={one} selected={one === value}>
          {conditionsText(scope.locale).builder[one]}
        </option>
      ))}
    </select>
  </label>
)

/** The lines of a group, or those that stand in none, and a way to add one. */
const Lines = ({ group, ...props }: Props & { group?: number }) => {
  const { scope, fields, draft, errors = {}, known } = props
  const { builder: t } = conditionsText(scope.locale)
  const lines = draft.rows.flatMap((row, at) => (row.group === group ? [{ row, at }] : []))
  const place = group ?? ''
  return (
    <>
      {draft.rows.length === 0 && group === undefined && <p class="hint">{t.none}</p>}
      {lines.map(({ row, at }) => (
        <RowFields
          scope={scope}
          field={fields.find((one) => one.field === row.field)}
          row={row}
          at={at}
          known={known}
          error={errors[String(at)]}
        />
      ))}
      {draft.rows.length < most.conditions && (
        <div class="condition-add">
          <select name={`new${place}`} class="select" aria-label={t.field}>
            {fields.map(({ field, label }) => (
              <option value={field}>{label[scope.locale]}</option>
            ))}
          </select>
          <Button
            small
            icon="plus"
            name="do"
            value={group === undefined ? 'add' : `add.${group}`}
            testId={`add${place}`}
          >
            {t.add}
          </Button>
        </div>
      )}
    </>
  )
}
