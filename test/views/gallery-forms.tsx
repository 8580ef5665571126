import type { Locale } from '../../core/i18n/locale.ts'
import { Diff } from '../../views/diff.tsx'
import { Field } from '../../views/field.tsx'
import { FieldGroup, Form } from '../../views/form.tsx'
import { viewText } from '../../views/messages.ts'
import { PageBody, PageHead } from '../../views/page.tsx'
import { say } from './gallery-words.ts'

type Props = { locale: Locale; typed?: Record<string, string> }

/** Every kind of field on one form; with typed values it is the answer to a wrong submission. */
export const EditPage = ({ locale, typed }: Props) => {
  const t = viewText(locale)
  const errors: Record<string, string> = typed
    ? {
        name: say(locale, '请填写客户名称。', 'Give the account a name.'),
        phone: say(
          locale,
          '电话号码不完整，请补全 11 位手机号。',
          'The phone number is too short: give all 11 digits.',
        ),
      }
    : {}
  const owners = ['陈爱米 Amy', '林岚 Lin', '艾米尔 Emil', '孙悦 Sun', '唐塔拉 Tara'].map(
    (label, at) => ({
      value: String(at),
      label,
      note: say(locale, '销售部', 'Sales'),
    }),
  )
  const of = (name: string) => ({ t: t.form, name, value: typed?.[name], error: errors[name] })
  return (
    <>
      <PageHead
        t={t.page}
        title={say(locale, '编辑客户', 'Edit account')}
        trail={[{ href: `/${locale}/list`, label: say(locale, '客户', 'Accounts') }]}
      />
      <PageBody>
        <Form
          t={t.form}
          action={`/${locale}/edit`}
          errors={errors}
          version={3}
          once="k1"
          cancelHref={`/${locale}/list`}
        >
          <Field {...of('name')} kind="text" label={say(locale, '客户名称', 'Name')} required />
          <Field
            {...of('phone')}
            kind="tel"
            label={say(locale, '电话', 'Phone')}
            hint={say(locale, '手机或座机，带区号。', 'Mobile or landline, with area code.')}
            autocomplete="tel"
          />
          <Field
            {...of('money')}
            kind="money"
            label={say(locale, '年采购额', 'Yearly volume')}
            unit={say(locale, '元', 'CNY')}
          />
          <Field
            {...of('date')}
            kind="date"
            label={say(locale, '首次合作', 'First order')}
            placeholder="2026-03-05"
          />
          <Field
            {...of('owner')}
            kind="person"
            label={say(locale, '负责人', 'Owner')}
            none={t.form.none}
            options={owners}
          />
          <FieldGroup label={say(locale, '更多', 'More')}>
            <Field
              {...of('size')}
              kind="radio"
              label={say(locale, '规模', 'Size')}
              options={[
                { value: 's', label: say(locale, '20 人以下', 'Under 20') },
                { value: 'm', label: say(locale, '20–100 人', '20–100') },
              ]}
            />
            <Field
              {...of('channels')}
              kind="choices"
              label={say(locale, '联系方式', 'Channels')}
              values={['wechat']}
              options={[
                { value: 'wechat', label: say(locale, '微信', 'WeChat') },
                { value: 'mail', label: say(locale, '邮件', 'Mail') },
              ]}
            />
            <Field
              {...of('tags')}
              kind="tags"
              label={say(locale, '标签', 'Tags')}
              hint={t.form.tagsHint}
            />
            <Field {...of('note')} kind="textarea" label={say(locale, '备注', 'Note')} />
            <Field {...of('file')} kind="file" label={say(locale, '附件', 'File')} accept=".csv" />
            <Field
              {...of('secret')}
              kind="password"
              label={say(locale, '口令', 'Password')}
              autocomplete="new-password"
            />
            <Field
              {...of('key')}
              kind="checkbox"
              label={say(locale, '重点客户', 'Key account')}
              checked
            />
            <Field
              {...of('news')}
              kind="toggle"
              label={say(locale, '接收通知', 'Send news')}
              checked
            />
          </FieldGroup>
        </Form>
      </PageBody>
    </>
  )
}

export const ConflictPage = ({ locale }: { locale: Locale }) => {
  const t = viewText(locale)
  return (
    <>
      <PageHead t={t.page} title={say(locale, '编辑客户', 'Edit account')} />
      <PageBody wide>
        <Diff
          t={t.diff}
          action={`/${locale}/edit`}
          cancelHref={`/${locale}`}
          version={4}
          who={say(locale, '艾米尔', 'Emil Ai')}
          when={say(locale, '今天 14:05', 'today at 14:05')}
          fields={[
            {
              name: 'phone',
              label: say(locale, '电话', 'Phone'),
              theirs: '138 1000 5000',
              yours: '138 1000 5001',
            },
            {
              name: 'address',
              label: say(locale, '地址', 'Address'),
              theirs: '',
              yours: say(
                locale,
                '上海市徐汇区漕溪北路 88 号圣爱大厦 1203 室',
                '88 North Caoxi Road, Shanghai',
              ),
            },
          ]}
        />
      </PageBody>
    </>
  )
}

export const SignInPage = ({ locale }: { locale: Locale }) => {
  const { form } = viewText(locale)
  return (
    <>
      <h1>{say(locale, '登录', 'Sign in')}</h1>
      <p>{say(locale, '使用邮箱或手机号。', 'With your e-mail address or phone number.')}</p>
      <Form t={form} action="/login" plain submit={say(locale, '登录', 'Sign in')}>
        <Field
          t={form}
          kind="text"
          name="email"
          label={say(locale, '邮箱或手机号', 'E-mail or phone')}
          autocomplete="username"
          required
          focus
        />
        <Field
          t={form}
          kind="password"
          name="password"
          label={say(locale, '密码', 'Password')}
          autocomplete="current-password"
          required
        />
      </Form>
    </>
  )
}
