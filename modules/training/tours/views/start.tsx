import type { Locale } from '../../../../core/i18n/locale.ts'
import { Button } from '../../../../views/button.tsx'
import { tourText } from '../messages.ts'

type Props = { locale: Locale; story: string; label?: string; isMain?: boolean }

/** The way onto the page; scripts keep the tour and go there, without them one reads the text. */
export const Start = ({ locale, story, label, isMain }: Props) => (
  <span class="needs-script" data-start-tour={story}>
    <Button type="button" kind={isMain ? 'primary' : 'plain'} icon="route">
      {label ?? tourText(locale).list.start}
    </Button>
  </span>
)
