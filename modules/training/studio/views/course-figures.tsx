import { formatNumber } from '../../../../core/i18n/format.ts'
import type { Scope } from '../../../../core/scope.ts'
import { sayIn } from '../../courses/content.ts'
import { fewestShown } from '../../evidence/fewest.ts'
import { firstTimePass, learningGain } from '../../evidence/formula.ts'
import type { Health } from '../health.ts'
import { studioText } from '../messages.ts'

type Props = { scope: Scope; health: readonly Health[] }

/** Every published course with its figures; on a phone each is a block with its names beside them. */
export const CourseFigures = ({ scope: { locale }, health }: Props) => {
  const t = studioText(locale)
  const number = (count: number) => formatNumber(locale, count)
  /** A share of so many; fewer say nothing, and could be told apart (R22). */
  const share = (value: number | undefined, of: number) =>
    value === undefined || of < fewestShown
      ? '–'
      : t.health.percent(number(Math.round(100 * value)))
  const figures = ({ taking, completed, first, gained, opinions, satisfied }: Health) => {
    const { people, before, after } = gained
    const gain = before === null || after === null ? undefined : learningGain(before, after)
    return [
      { label: t.health.taking, says: number(taking) },
      { label: t.health.completed, says: number(completed) },
      { label: t.health.first, says: share(firstTimePass(first.passed, first.took), first.took) },
      { label: t.health.gain, says: share(gain, people) },
      { label: t.health.satisfied, says: share(satisfied / opinions, opinions) },
    ]
  }
  const names = [t.health.taking, t.health.completed, t.health.first, t.health.gain]
  return (
    <table class="figure-table" data-testid="course-figures">
      <caption class="sr-only">{t.health.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          {[...names, t.health.satisfied].map((name) => (
            <th scope="col" class="end">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {health.map((one) => (
          <tr data-course={one.code}>
            <th scope="row">
              <a href={`/training/studio/courses/${one.courseId}`}>
                {one.code} {sayIn(locale, one.titles)}
              </a>
            </th>
            {figures(one).map(({ label, says }) => (
              <td class="end" data-label={label}>
                {says}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
