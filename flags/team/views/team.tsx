import { formatDay } from '../../../core/i18n/format.ts'
import { listed } from '../../../core/i18n/punctuation.ts'
import type { Scope } from '../../../core/scope.ts'
import { Button, LinkButton } from '../../../views/button.tsx'
import { Card } from '../../../views/card.tsx'
import { Field } from '../../../views/field.tsx'
import { Form } from '../../../views/form.tsx'
import { viewText } from '../../../views/messages.ts'
import { PageBody, PageHead } from '../../../views/page.tsx'
import { Pill } from '../../../views/pill.tsx'
import { teamText } from '../messages.ts'
import { gapsOf, teamRoles } from '../roles.ts'
import type { Charter, Helped, TeamMember } from '../team.ts'

type Props = {
  scope: Scope
  team: readonly TeamMember[]
  champions: readonly Helped[]
  charter: Charter | undefined
  mayManage: boolean
  /** The charter as it was sent, when something was wrong with it. */
  draft?: { body: string; error: string }
}

/** The project team with its gaps, the champions, and the charter. */
export const TeamPage = (page: Props) => {
  const { scope, team, champions, mayManage } = page
  const { locale } = scope
  const t = teamText(locale)
  const gaps = gapsOf(team.filter(({ left }) => !left))
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={t.title}
        actions={
          mayManage && (
            <LinkButton kind="primary" href="/rollout/team/members/new" icon="user-plus">
              {t.register.add}
            </LinkButton>
          )
        }
      />
      <PageBody>
        <div class="stack">
          <p class="hint">{t.text}</p>
          <p class={gaps.length > 0 ? 'remark' : 'hint'} data-testid="team-gaps">
            {gaps.length > 0
              ? t.gaps(
                  listed(
                    locale,
                    gaps.map(({ label }) => label[locale]),
                  ),
                )
              : t.full}
          </p>
          <Card title={t.team} flush testId="team">
            <ul class="figures">
              {teamRoles.map(({ key, label }) => {
                const holders = team.filter(({ role }) => role === key)
                return holders.length === 0 ? (
                  <li>
                    <span>{label[locale]}</span>
                    <span class="hint" />
                    <span class="figure">
                      <Pill text={t.nobody} tone="orange" />
                    </span>
                  </li>
                ) : (
                  holders.map((one) => <Holder {...page} label={label[locale]} one={one} />)
                )
              })}
            </ul>
          </Card>
          <CharterCard {...page} />
          <Card title={t.champions} flush testId="champions">
            <ul class="figures">
              {champions.map(({ department, champions: names }) => (
                <li>
                  <span>{department}</span>
                  <span class="hint">{listed(locale, names)}</span>
                  <span class="figure">
                    {names.length === 0 && <Pill text={t.noChampion} tone="orange" />}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </PageBody>
    </>
  )
}

const Holder = ({ scope, mayManage, label, one }: Props & { label: string; one: TeamMember }) => {
  const t = teamText(scope.locale)
  const hours = one.hoursPerWeek === null ? [] : [t.hours(String(one.hoursPerWeek))]
  const facts = [...hours, ...(one.note ? [one.note] : [])]
  return (
    <li>
      <span>{label}</span>
      <span class="hint">
        {mayManage ? <a href={`/rollout/team/members/${one.id}/edit`}>{one.name}</a> : one.name}
        {facts.map((fact) => ` · ${fact}`)}
      </span>
      <span class="figure">{one.left && <Pill text={t.left} tone="red" />}</span>
    </li>
  )
}

const CharterCard = (page: Props) => {
  const { scope, charter, mayManage, draft } = page
  const { locale, company, user } = scope
  const t = teamText(locale)
  const { form } = viewText(locale)
  return (
    <Card title={t.charter} testId="charter">
      <div class="stack">
        {charter ? <p class="plain-text">{charter.body}</p> : <p class="hint">{t.noCharter}</p>}
        {charter && charter.signatures.length === 0 && <p class="hint">{t.unsigned}</p>}
        {charter?.signatures.map(({ name, at }) => (
          <p class="hint">{t.signedBy(name, formatDay(company.timeZone, new Date(at)))}</p>
        ))}
        {charter?.signatures.every(({ userId }) => userId !== user.id) && (
          <form method="post" action={`/rollout/team/charter/${charter.id}/sign`}>
            <Button icon="pencil">{t.sign}</Button>
          </form>
        )}
        {mayManage && (
          <details open={draft !== undefined}>
            <summary>{charter ? t.newVersion : t.write}</summary>
            <Form
              t={form}
              id="charter"
              action="/rollout/team/charter"
              errors={draft ? { body: draft.error } : {}}
              testId="charter-form"
            >
              <Field
                t={form}
                form="charter"
                kind="textarea"
                rows={8}
                name="body"
                label={t.body}
                value={draft?.body ?? charter?.body}
                error={draft?.error}
                required
              />
            </Form>
          </details>
        )}
      </div>
    </Card>
  )
}
