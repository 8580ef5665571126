import { Head } from '../../../views/head.tsx'
import type { Locale } from '../../i18n/locale.ts'
import { type Dimension, dimensions, fewestChecks, weights } from '../formula.ts'
import { qualityText } from '../messages.ts'
import type { Measured } from '../reading.ts'
import { formatShare } from '../wording.ts'

type Props = { locale: Locale; one: Measured; href: string }

/** The six parts of an index; what is not known says why. */
export const PartTable = ({ locale, one, href }: Props) => {
  const t = qualityText(locale)
  return (
    <table class="counts parts">
      <Head columns={[t.dimension, t.value, [t.weight, 'wide-only'], [t.made, 'wide-only']]} />
      <tbody>
        {dimensions.map((dimension) => (
          <tr>
            <th scope="row">
              <a href={linkOf(one, dimension, href)}>{t.dimensions[dimension]}</a>
            </th>
            <td>
              <Value locale={locale} one={one} dimension={dimension} />
            </td>
            <td class="wide-only">{formatShare(locale, weights[dimension])}</td>
            <td class="hint wide-only">{explained(locale, one, dimension)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const linkOf = ({ quality }: Measured, dimension: Dimension, href: string): string => {
  if (dimension === 'uniqueness') return quality.duplicatesHref
  if (dimension === 'accuracy') return `/rollout/data-quality/sample?object=${quality.object}`
  return `${href}#${dimension}`
}

const Value = ({ locale, one, dimension }: Omit<Props, 'href'> & { dimension: Dimension }) => {
  const t = qualityText(locale)
  const share = one.parts[dimension]
  if (share !== null && share !== undefined)
    return (
      <>
        <meter value={share} min={0} max={1} aria-hidden="true"></meter>{' '}
        {formatShare(locale, share)}
      </>
    )
  const checked = one.shares.accuracy?.of ?? 0
  const noSample = checked > 0 ? t.sample.few(String(checked), String(fewestChecks)) : t.noSample
  const why = { uniqueness: t.notLooked, accuracy: noSample }[dimension as string]
  const nothing = one.records === 0 ? t.noneToJudge : (why ?? t.noneToJudge)
  return <span class="nothing">{nothing}</span>
}

function explained(locale: Locale, { quality }: Measured, dimension: Dimension): string {
  const { explain } = qualityText(locale)
  return dimension === 'timeliness' ? explain.timeliness(String(quality.days)) : explain[dimension]
}
