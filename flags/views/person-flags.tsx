import { roleWords } from '../../core/access/roles.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Module, Role } from '../../core/module.ts'
import type { ModuleState } from '../../core/switchboard.ts'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { RecordHead } from '../../views/record.tsx'
import { flagsText } from '../messages.ts'
import { statePill } from './who.tsx'

export type PersonFlag = { module: Module; state: ModuleState; why: string }

type Props = {
  locale: Locale
  person: { name: string; roles: readonly Role[] }
  department: string | undefined
  flags: readonly PersonFlag[]
  /** Whether the modules' own pages may be opened. */
  mayManage: boolean
}

/** One person: every module, yes or no, and the rule that decided, in plain words. */
export const PersonFlagsPage = ({ locale, person, department, flags, mayManage }: Props) => {
  const t = flagsText(locale)
  const roles = person.roles.map((role) => roleWords[role].title[locale])
  const note = [department ?? t.who.noDepartment, ...roles].join(' · ')
  return (
    <>
      <PageHead
        t={viewText(locale).page}
        title={person.name}
        trail={[{ href: '/rollout/who', label: t.who.title }]}
      />
      <PageBody>
        <div class="stack">
          <RecordHead name={person.name} note={note} />
          {flags.length === 0 ? (
            <p>{t.who.noModules}</p>
          ) : (
            <ul class="decisions" data-testid="decisions">
              {flags.map((flag) => (
                <Decision locale={locale} flag={flag} mayManage={mayManage} />
              ))}
            </ul>
          )}
        </div>
      </PageBody>
    </>
  )
}

type DecisionProps = { locale: Locale; flag: PersonFlag; mayManage: boolean }

const Decision = ({ locale, flag: { module, state, why }, mayManage }: DecisionProps) => {
  const title = module.title[locale]
  return (
    <li data-testid="row">
      <h3>{mayManage ? <a href={`/admin/modules/${module.id}`}>{title}</a> : title}</h3>
      {statePill(locale, state)}
      <p>{why}</p>
    </li>
  )
}
