import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { secureHeaders } from 'hono/secure-headers'
import type { Locale } from '../../core/i18n/locale.ts'
import { BarePage } from '../../views/bare-page.tsx'
import { ErrorPage } from '../../views/error-page.tsx'
import { Layout, type Shell } from '../../views/layout.tsx'
import { viewText } from '../../views/messages.ts'
import { ModuleOffPage } from '../../views/module-off.tsx'
import { PaletteResults } from '../../views/palette.tsx'
import { ConflictPage, EditPage, SignInPage } from './gallery-forms.tsx'
import { EmptyListPage, ListPage } from './gallery-list.tsx'
import { PiecesPage, RecordPage } from './gallery-pieces.tsx'
import { say, someRows } from './gallery-words.ts'

export const shellOf = (locale: Locale, path: string, assets: Shell['assets']): Shell => ({
  locale,
  theme: 'system',
  companyName: say(locale, '云帆网络科技', 'Harbor Trading'),
  userName: say(locale, '林岚', 'Lin Lan'),
  userNote: say(locale, '销售主管 · 销售部', 'Sales lead · Sales'),
  path,
  canSearch: true,
  userId: '0199c0de-0000-7000-8000-000000000001',
  unread: 3,
  assets,
  nav: [
    {
      items: [
        { href: '/', label: say(locale, '今日', 'Today'), icon: 'home', exact: true },
        { href: '/tasks', label: say(locale, '任务', 'Tasks'), icon: 'checkbox', count: 8 },
      ],
    },
    {
      label: say(locale, '业务', 'Work'),
      items: [
        { href: `/${locale}/list`, label: say(locale, '联系人', 'Contacts'), icon: 'users' },
        { href: `/${locale}/record`, label: say(locale, '客户', 'Accounts'), icon: 'building' },
        { href: `/${locale}/pieces`, label: say(locale, '报表', 'Reports'), icon: 'chart-bar' },
      ],
    },
    {
      label: say(locale, '管理', 'Administration'),
      items: [
        { href: `/${locale}/edit`, label: say(locale, '人员', 'People'), icon: 'user-cog' },
        { href: '/settings', label: say(locale, '设置', 'Settings'), icon: 'settings' },
      ],
    },
  ],
})

/** Every shared component on pages of its own, answered as core/http/render.tsx answers. */
export function galleryApp(assets: Shell['assets']) {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
      },
    }),
  )
  pages(app, drawWith(assets))
  return app
}

type Drawn = Partial<Shell> & { status?: 200 | 404 | 409 | 422 | 500; bare?: boolean }
type Draw = (
  c: Context,
  content: (locale: Locale) => Child,
  drawn?: Drawn,
) => Response | Promise<Response>

const localeOf = (c: Context): Locale => (c.req.param('locale') === 'en' ? 'en' : 'zh-CN')

/** The rule of core/http/render.tsx: a fragment for a partial request, the whole page for all else. */
const drawWith =
  (assets: Shell['assets']): Draw =>
  (c, content, { status = 200, bare, ...more } = {}) => {
    const locale = localeOf(c)
    c.status(status)
    const inner = content(locale)
    if (c.req.header('hx-request-type') === 'partial') return c.html(String(inner))
    if (bare)
      return c.html(
        <BarePage locale={locale} assets={assets} title="Gallery" otherLanguageHref="?lang=en">
          {inner}
        </BarePage>,
      )
    return c.html(
      <Layout shell={{ ...shellOf(locale, c.req.path, assets), ...more }} title="Gallery">
        {inner}
      </Layout>,
    )
  }

function pages(app: Hono, draw: Draw) {
  app.get('/:locale/list', (c) =>
    draw(c, (locale) => <ListPage locale={locale} query={c.req.query()} />),
  )
  app.get('/:locale/empty', (c) => draw(c, (locale) => <EmptyListPage locale={locale} />))
  app.get('/:locale/record', (c) => draw(c, (locale) => <RecordPage locale={locale} />))
  app.get('/:locale/edit', (c) => draw(c, (locale) => <EditPage locale={locale} />))
  app.post('/:locale/edit', async (c) => {
    const typed = (await c.req.parseBody()) as Record<string, string>
    if (typed.name === 'boom') throw new Error('boom')
    return draw(c, (locale) => <EditPage locale={locale} typed={typed} />, { status: 422 })
  })
  app.get('/:locale/conflict', (c) =>
    draw(c, (locale) => <ConflictPage locale={locale} />, { status: 409 }),
  )
  app.get('/:locale/sign-in', (c) =>
    draw(c, (locale) => <SignInPage locale={locale} />, { bare: true }),
  )
  app.get('/:locale/pieces', (c) =>
    draw(c, (locale) => <PiecesPage locale={locale} />, messages(localeOf(c))),
  )
  app.get('/:locale/off', (c) => draw(c, (locale) => <OffPage locale={locale} />, { status: 404 }))
  app.get('/:locale/error/:status', (c) => {
    const status = Number(c.req.param('status')) as 404 | 500
    return draw(
      c,
      (locale) => (
        <ErrorPage
          t={viewText(locale).errors}
          status={status}
          requestId="0193a5c2-7b1e"
          homeHref="/"
        />
      ),
      { status, bare: status === 500 },
    )
  })
  app.get('/search/palette', (c) => {
    const query = c.req.query('q') ?? ''
    const rows = someRows('zh-CN').filter((row) => row.name.includes(query))
    const items = rows.map((row) => ({
      href: '/zh-CN/record',
      label: row.name,
      note: row.company,
      icon: 'user' as const,
    }))
    const groups = items.length > 0 ? [{ label: '联系人', items: items.slice(0, 5) }] : []
    return c.html(
      String(<PaletteResults t={viewText('zh-CN').palette} query={query} groups={groups} />),
    )
  })
  app.get('/search', (c) => c.html(`<title>search</title><p>${c.req.query('q') ?? ''}</p>`))
  app.post('/account/theme', (c) => c.body(null, 204))
  app.onError((_, c) => {
    c.status(500)
    return c.html(String(<ErrorPage t={viewText('zh-CN').errors} status={500} />))
  })
}

const messages = (locale: Locale): Drawn => ({
  banners: [
    {
      kind: 'warning',
      text: say(
        locale,
        '当前通过 http 访问，密码会明文传输。请让管理员启用 https。',
        'This page came over http, so passwords travel in the open. Ask for https.',
      ),
    },
  ],
  toasts: [
    { kind: 'danger', text: say(locale, '有 3 行未能导入。', '3 rows were not imported.') },
    {
      kind: 'success',
      text: say(locale, '已保存“上海星河科技有限公司”。', 'Saved “Northwind Traders”.'),
      action: { href: '#undo', label: say(locale, '撤销', 'Undo') },
    },
  ],
})

const OffPage = ({ locale }: { locale: Locale }) => (
  <ModuleOffPage
    t={viewText(locale).moduleOff}
    module={say(locale, '销售', 'Sales')}
    stage={say(
      locale,
      '阶段 S2：销售部试点，预计 3 月 5 日扩大',
      'S2: pilot in Sales, wider on 5 March',
    )}
    ask={[
      { name: say(locale, '陈爱米', 'Amy Chen'), role: say(locale, '管理员', 'administrator') },
    ]}
  />
)
