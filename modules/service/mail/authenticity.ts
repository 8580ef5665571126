/** By what a server found that a mail does not come from whom it says: its domain's policy, or its sender's servers. */
export type Doubt = 'dmarc' | 'spf'

/**
 * What the server that received a mail says of its sender, in Authentication-Results (RFC 8601). Only
 * that server is believed: everybody else may write such a header, and a stranger writes what helps
 * them. So a word of praise changes nothing, and one doubt of the server's is enough.
 * @param headers every header of that name, in any order
 * @param isTrusted whether a server of this name receives mail for the mailbox
 */
export function doubtIn(
  headers: readonly string[],
  isTrusted: (server: string) => boolean,
): Doubt | undefined {
  const said = headers.map(resultsIn).filter(({ server }) => isTrusted(server))
  const doubts = said.map(doubtOf)
  return doubts.find((one) => one === 'dmarc') ?? doubts.find((one) => one === 'spf')
}

/** Where neither a policy nor a signature speaks for a mail, its sender's servers decide. */
function doubtOf({ found }: Results): Doubt | undefined {
  const has = (method: string, ...results: string[]) =>
    found.some((one) => one.method === method && results.includes(one.result))
  if (has('dmarc', 'fail')) return 'dmarc'
  if (has('dmarc', 'pass') || has('dkim', 'pass')) return undefined
  return has('spf', 'fail', 'softfail') ? 'spf' : undefined
}

type Results = { server: string; found: { method: string; result: string }[] }

function resultsIn(header: string): Results {
  const [first = '', ...rest] = withoutComments(header).split(';')
  const server = first.trim().split(/\s+/)[0]?.toLowerCase() ?? ''
  const found = rest.flatMap((part) => {
    const [, method, result] = /^\s*([a-z0-9-]+)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(part) ?? []
    return method && result ? [{ method: method.toLowerCase(), result: result.toLowerCase() }] : []
  })
  return { server, found }
}

/** What stands in brackets is for people, and may say anything; so may what stands in quotes. */
function withoutComments(header: string): string {
  let text = header.slice(0, 4_000).replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
  for (let before = ''; before !== text; ) {
    before = text
    text = text.replaceAll(/\((?:[^()\\]|\\.)*\)/g, '')
  }
  return text
}

/**
 * Whether a server receives mail for a mailbox: the one its owner named, else the one it is read from
 * and its neighbours in the same domain, `mx.example.com` beside `imap.example.com`.
 */
export function receives(server: string, named: string, imapHost: string): boolean {
  if (named) return server === named.toLowerCase()
  const host = imapHost.toLowerCase()
  const labels = host.split('.')
  const domain = labels.length > 2 ? labels.slice(1).join('.') : host
  return server === host || server === domain || server.endsWith(`.${domain}`)
}
