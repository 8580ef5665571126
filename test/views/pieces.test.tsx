import { expect, test } from 'vitest'
import { initials } from '../../views/avatar.tsx'
import { ErrorPage } from '../../views/error-page.tsx'
import { Field } from '../../views/field.tsx'
import { Form } from '../../views/form.tsx'
import { icon } from '../../views/icon.tsx'
import { iconSheet, iconSheetFile } from '../../views/icon-sheet.ts'
import { viewText } from '../../views/messages.ts'
import { ModuleOffPage } from '../../views/module-off.tsx'
import { Panel } from '../../views/panel.tsx'
import { isCurrent } from '../../views/sidebar.tsx'
import { Timeline } from '../../views/timeline.tsx'

const t = viewText('zh-CN')

test.each([
  ['林岚', '林岚'],
  ['欧阳娜娜', '娜娜'],
  ['上海星河科技有限公司', '上海'],
  ['买买提·艾力', '买买'],
  ['Ada Chen', 'AC'],
  ['Emil', 'E'],
  ['', '?'],
  ['🧧 红包', '红包'],
])('the circle of %s says %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('an entry of the sidebar is current on its page and below it, and Today on Today alone', () => {
  const accounts = { href: '/contacts/accounts' }
  expect(isCurrent(accounts, '/contacts/accounts')).toBe(true)
  expect(isCurrent(accounts, '/contacts/accounts/1')).toBe(true)
  expect(isCurrent(accounts, '/contacts/accounts-archive')).toBe(false)
  expect(isCurrent({ href: '/' }, '/contacts')).toBe(false)
})

test('a field with an error is tied to its sentence, and a password is never printed back', () => {
  const html = String(
    <Form t={t.form} action="/x" errors={{ email: '请填写邮箱。' }} version={3} once="k">
      <Field
        t={t.form}
        kind="email"
        name="email"
        label="邮箱"
        value={'"<b>'}
        error="请填写邮箱。"
      />
      <Field t={t.form} kind="password" name="password" label="密码" value="hunter2" />
    </Form>,
  )
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('aria-describedby="form-email-error"')
  expect(html).toContain('href="#form-email"')
  expect(html).toContain('value="&quot;&lt;b&gt;"')
  expect(html).toContain('name="version" value="3"')
  expect(html).toContain('name="_once" value="k"')
  expect(html).not.toContain('hunter2')
})

test('text with leading line breaks comes back whole from a text area', () => {
  const html = String(
    <Field t={t.form} kind="textarea" name="note" label="备注" value={'\n\n第三行'} />,
  )
  expect(html).toContain('>\n\n\n第三行</textarea>')
})

test('every status has words of its own kind, and an unknown one is our fault', () => {
  const titles = [400, 403, 404, 409, 422, 429, 500, 502, 503].map(
    (status) => String(<ErrorPage t={t.errors} status={status} />).match(/<h1>(.*?)<\/h1>/)?.[1],
  )
  expect(titles[6]).toBe(titles[7])
  expect(new Set(titles).size).toBe(7)
})

test('the page of a module that is off names the module, the stage and whom to ask', () => {
  const html = String(
    <ModuleOffPage t={t.moduleOff} module="销售" stage="阶段 S2" ask={[{ name: '陈爱米' }]} />,
  )
  for (const part of ['“销售”尚未对您开放', '阶段 S2', '陈爱米']) expect(html).toContain(part)
})

test('what people wrote stays text in the timeline, whatever htmx would make of it', () => {
  const text = '<a hx-get="/evil" hx-trigger="load">x</a>'
  const at = new Date('2026-03-12T02:20:00Z')
  const item = {
    icon: 'note',
    who: '<林岚>',
    did: '写了备注',
    when: '今天',
    at,
    exact: '10:20',
  } as const
  const html = String(
    Timeline({
      t: t.timeline,
      groups: [{ items: [{ ...item, text, changes: [{ label: '<', before: '', after: '"' }] }] }],
    }),
  )
  expect(html).toContain('hx-ignore>&lt;a hx-get=&quot;/evil&quot;')
  expect(html).toContain('&lt;林岚&gt;')
  expect(html).not.toMatch(/<a /)
})

test('a value that was empty before is no value that was struck out', () => {
  const at = new Date('2026-03-12T02:20:00Z')
  const item = {
    icon: 'edit',
    who: '林岚',
    did: '修改了',
    when: '今天',
    at,
    exact: '10:20',
  } as const
  const shown = (before: string, after: string) =>
    String(
      Timeline({
        t: t.timeline,
        groups: [{ items: [{ ...item, changes: [{ label: '级别', before, after }] }] }],
      }),
    )
  expect(shown('', 'A')).toContain('<dd><i class="nothing">空</i>')
  expect(shown('', 'A')).toContain('<ins>A</ins>')
  expect(shown('A', '')).toMatch(/<del>A<\/del>.*<i class="nothing">空<\/i><\/dd>/)
})

test('an icon is a drawing of the sheet that every browser keeps, and screen readers pass over it', () => {
  const drawn = /^<svg class="icon" aria-hidden="true"><use href="\/assets\/(.+)#home"\/><\/svg>$/
  expect(drawn.exec(String(icon('home')))?.[1]).toBe(iconSheetFile)
  expect(iconSheet).toMatch(/<symbol id="home" viewBox="0 0 24 24"><path d="M[^"]+"\/><\/symbol>/)
})

test('a panel of which every piece is nothing says so, and one with something does not', () => {
  const draw = (bought: string | undefined) =>
    String(
      <Panel title="Bought" empty="Nothing bought yet.">
        {bought}
        {bought !== undefined && <p>and more</p>}
      </Panel>,
    )
  expect(draw(undefined)).toContain('Nothing bought yet.')
  expect(draw('a press')).toContain('a press<p>and more</p>')
  expect(draw('a press')).not.toContain('Nothing bought yet.')
})
