import type { Errors, Raw } from '../../../../core/http/form.ts'
import type { Locale } from '../../../../core/i18n/locale.ts'
import { Field } from '../../../../views/field.tsx'
import { FieldGroup, Form } from '../../../../views/form.tsx'
import { viewText } from '../../../../views/messages.ts'
import { PageBody, PageHead } from '../../../../views/page.tsx'
import { mailboxText } from '../../mailboxes/messages.ts'
import { channelTabs } from '../../mailboxes/views/channel-tabs.ts'
import { noticeText } from '../messages.ts'

type Props = { locale: Locale; raw: Raw; errors?: Errors }

/** What customers are told by mail without anybody writing. */
export const NoticesPage = ({ locale, raw, errors = {} }: Props) => {
  const t = noticeText(locale)
  const view = viewText(locale)
  const place = '/service/notices'
  const field = (name: string) => ({
    ...{ t: view.form, name, value: raw[name], error: errors[name] },
  })
  return (
    <>
      <PageHead
        t={view.page}
        title={mailboxText(locale).channels}
        tabs={channelTabs(locale, place)}
      />
      <PageBody>
        <p class="hint">{t.intro}</p>
        <Form t={view.form} action={place} errors={errors} guard>
          <Field
            {...field('outOfHours')}
            kind="textarea"
            label={t.outOfHours}
            hint={t.outOfHoursText}
            placeholder={t.outOfHoursUsual}
          />
          <FieldGroup label={t.closing}>
            <p class="hint">{t.closingText}</p>
            <Field
              {...field('closingDays')}
              kind="number"
              label={t.closingDays}
              hint={t.closingDaysHint}
              unit={t.days}
            />
            <Field
              {...field('graceDays')}
              kind="number"
              label={t.graceDays}
              hint={t.graceDaysHint}
              unit={t.days}
              required
            />
            <Field
              {...field('closing')}
              kind="textarea"
              label={t.closingWords}
              placeholder={t.closingUsual}
            />
          </FieldGroup>
        </Form>
      </PageBody>
    </>
  )
}
