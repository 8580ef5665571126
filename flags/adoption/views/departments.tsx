import { formatNumber } from '../../../core/i18n/format.ts'
import { formatIndex, formatShare } from '../../../core/quality/wording.ts'
import type { Scope } from '../../../core/scope.ts'
import { Head } from '../../../views/head.tsx'
import { adoptionText } from '../messages.ts'
import { type DepartmentIndex, fewest } from '../reading.ts'

type Props = {
  scope: Scope
  module: string
  departments: readonly DepartmentIndex[]
  /** Too few to be told of, to this reader. */
  hidden: ReadonlySet<string | null>
  /** Whose people the reader may see by name. */
  named: ReadonlySet<string | null>
}

/** Department by department; each leads to its people, for those who may see them. */
export const DepartmentTable = ({ scope, module, departments, hidden, named }: Props) => {
  const { locale } = scope
  const t = adoptionText(locale)
  const query = module ? `?module=${module}` : ''
  return (
    <table class="counts parts" data-testid="adoption-departments">
      <Head
        columns={[
          t.department,
          t.people,
          t.index,
          [t.adopters, 'wide-only'],
          [t.dormant, 'wide-only'],
        ]}
      />
      <tbody>
        {departments.map((department) => {
          const name = department.name ?? t.noDepartment
          return (
            <tr>
              <th scope="row">
                {named.has(department.id) ? (
                  <a href={`/rollout/adoption/departments/${department.id ?? 'none'}${query}`}>
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              <td>{formatNumber(locale, department.people)}</td>
              {hidden.has(department.id) ? (
                <td colspan={3} class="hint">
                  {t.tooFew(formatNumber(locale, fewest))}
                </td>
              ) : (
                <Figures scope={scope} department={department} />
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Figures = ({ scope, department }: { scope: Scope; department: DepartmentIndex }) => {
  const { locale } = scope
  const { value, adopters, dormant } = department
  const t = adoptionText(locale)
  return (
    <>
      <td>
        <meter value={value ?? 0} min={0} max={100} aria-hidden="true"></meter>{' '}
        {value === null ? t.unknown : formatIndex(locale, value)}
      </td>
      <td class="wide-only">{adopters === null ? t.unknown : formatShare(locale, adopters)}</td>
      <td class="wide-only">{formatNumber(locale, dormant)}</td>
    </>
  )
}
