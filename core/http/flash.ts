import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Toast } from '../../views/shell.ts'
import type { Site } from './site.ts'

const name = 'flash'

/** Keeps a short message for the page that a redirect leads to. */
export function keepFlash(c: Context<Site>, toast: Toast): void {
  const value = Buffer.from(JSON.stringify(toast)).toString('base64url')
  setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 30 })
}

/** Takes the kept message out, so that it is shown once. A forged one is dropped. */
export function takeFlash(c: Context<Site>): Toast[] {
  const value = getCookie(c, name)
  if (!value) return []
  deleteCookie(c, name, { path: '/' })
  try {
    const toast = JSON.parse(Buffer.from(value, 'base64url').toString()) as Toast
    return typeof toast.text === 'string'
      ? [{ kind: toast.kind, text: toast.text, ...own(toast) }]
      : []
  } catch {
    return []
  }
}

const own = ({ action }: Toast): Pick<Toast, 'action'> =>
  action && /^\/(?![/\\])/.test(action.href) ? { action } : {}
