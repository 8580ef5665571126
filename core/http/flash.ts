import type { Context } from 'hono'
import type { Toast } from '../../views/shell.ts'
import { dropCookie, putCookie, readCookie } from './cookies.ts'
import type { Site } from './site.ts'

const name = 'flash'

/** Keeps a short message for the page that a redirect leads to. */
export function keepFlash(c: Context<Site>, toast: Toast): void {
  const value = Buffer.from(JSON.stringify(toast)).toString('base64url')
  putCookie(c, name, value, 30)
}

/** Takes the kept message out, so that it is shown once. A forged one is dropped. */
export function takeFlash(c: Context<Site>): Toast[] {
  const value = readCookie(c, name)
  if (!value) return []
  dropCookie(c, name)
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
