/** What programs call an Excel workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * Headers of a file that is handed out to be kept, never to be shown (security.md 2.2: 58).
 * @param name as the person should see it; any Unicode, signs that no file name may have are dropped
 */
export const downloadHeaders = (name: string, type = 'text/csv; charset=utf-8') => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(
    name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_'),
  ).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'Content-Security-Policy': 'sandbox',
  'Cache-Control': 'private, no-store',
})
