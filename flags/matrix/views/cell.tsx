import type { Errors, Raw } from '../../../core/http/form.ts'
import { formatAgo } from '../../../core/i18n/format.ts'
import type { Scope } from '../../../core/scope.ts'
import { LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import type { Directory } from '../../names.ts'
import type { Effect } from '../../preview.ts'
import { moduleFlag } from '../../strategies.ts'
import { MemberNames } from '../../views/member-names.tsx'
import { type Cell, isOpenState } from '../cell.ts'
import { choicesFor, ways } from '../cell-form.ts'
import { exportsOf } from '../exported-first.ts'
import { matrixText } from '../messages.ts'
import { FreezeCard } from './freeze-card.tsx'
import { statePill } from './state.ts'

type Props = {
  scope: Scope
  cell: Cell
  name: string
  href: string
  directory: Directory
  raw: Raw
  errors: Errors
  stopError?: string | undefined
  /** Who would lose what if it were frozen here. */
  losses: readonly Effect[]
  /** The latest change of the module when this was drawn. */
  seen: string
}

/** One module in one department: how it stands and since when, who has it, the form to change it. */
export const CellPage = ({
  scope,
  cell,
  name,
  href,
  directory,
  stopError,
  losses,
  ...form
}: Props) => {
  const { locale } = scope
  const t = matrixText(locale)
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.cell.title(cell.module.title[locale], name)}
        note={statePill(scope, cell.state, cell.row?.until)}
        trail={[{ href: '/rollout/matrix', label: t.title }]}
        actions={
          <LinkButton href={`/admin/modules/${cell.module.id}`} icon="settings">
            {t.cell.module}
          </LinkButton>
        }
      />
      <PageBody>
        <div class="stack">
          <Card title={t.cell.now} testId="now">
            <Standing scope={scope} cell={cell} directory={directory} />
          </Card>
          <Card title={t.cell.whoHasIt} testId="members">
            {cell.have.length === 0 ? (
              <p>{t.cell.nobody}</p>
            ) : (
              <MemberNames locale={locale} members={cell.have} />
            )}
          </Card>
          <Card title={t.cell.change}>
            <CellChange scope={scope} cell={cell} href={href} {...form} />
          </Card>
          <FreezeCard
            scope={scope}
            cell={cell}
            href={href}
            error={stopError}
            losses={losses}
            titleOf={(id) => directory.flag(moduleFlag(id))}
          />
        </div>
      </PageBody>
    </>
  )
}

const Standing = ({ scope, cell, directory }: Pick<Props, 'scope' | 'cell' | 'directory'>) => {
  const { locale, company } = scope
  const t = matrixText(locale).cell
  const { row, isOwn, place } = cell
  if (!row) return <p>{t.never}</p>
  const ago = formatAgo(locale, company.timeZone, new Date(row.since), scope.now())
  return (
    <>
      <p>{row.reason}</p>
      <p class="hint">
        {t.since(directory.person(row.by) ?? t.operator, ago)}
        {!isOwn && place !== null && ` · ${t.inherited}`}
        {row.expiresOn && ` · ${t.lookAgain(row.expiresOn)}`}
      </p>
    </>
  )
}

const CellChange = ({
  scope,
  cell,
  href,
  raw,
  errors,
  seen,
}: Omit<Props, 'name' | 'directory' | 'stopError' | 'losses'>) => {
  const t = matrixText(scope.locale)
  const form = viewText(scope.locale).form
  const about = (state: 'off' | 'pilot' | 'on' | 'above') =>
    state === 'above' ? t.statesAbout.above(t.states[cell.above]) : t.statesAbout[state]
  const goesBack = isOpenState(cell.underneath) && cell.underneath !== 'read'
  return (
    <Form
      t={form}
      action={`${href}/preview`}
      plain
      errors={errors}
      hidden={{ seen }}
      submit={t.cell.preview}
    >
      <Field
        t={form}
        kind="radio"
        name="state"
        label={t.cell.state}
        required
        value={raw.state ?? (cell.isOwn || cell.place === null ? cell.underneath : '')}
        error={errors.state}
        options={choicesFor(cell).map((value) => ({
          value,
          label: t.states[value],
          note: about(value),
        }))}
      />
      {goesBack && (
        <p class="hint">
          {exportsOf(scope, cell.module).map(({ kind, title }) => (
            <>
              <a href={`/export/${kind}`}>{t.cell.export(title[scope.locale])}</a>{' '}
            </>
          ))}
        </p>
      )}
      {goesBack && (
        <Field
          t={form}
          kind="radio"
          name="way"
          label={t.cell.way}
          value={raw.way ?? 'read'}
          error={errors.way}
          options={ways.map((value) => ({ value, label: t.cell.ways[value] }))}
        />
      )}
    </Form>
  )
}
