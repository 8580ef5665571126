/** What the stream says: how many wait, and the bell's inside. */
type News = { count: string; html: string }

/** Milliseconds until a stream is asked for again that was refused; broken ones begin again by themselves. */
const patience = 60_000

/**
 * Browsers open six connections to a host at most, so one tab in sight listens for all of the
 * browser's: the one that holds the lock. Where there are no locks (plain HTTP from another machine)
 * every tab in sight asks now and then instead.
 */
function attend(bell: HTMLElement, address: string) {
  const channel = new BroadcastChannel(address)
  let told: News | undefined
  let attending = new AbortController()

  const show = (news: News) => {
    if (news.count === bell.dataset.count) return
    bell.dataset.count = news.count
    bell.innerHTML = news.html
    bell.dispatchEvent(new CustomEvent('notified'))
  }

  const listen = (signal: AbortSignal) =>
    new Promise<void>((release) => {
      let stream: EventSource
      let again: ReturnType<typeof setTimeout>
      const open = () => {
        const { count = '0' } = bell.dataset
        const way = 'locks' in navigator ? '' : '&once'
        stream = new EventSource(`${address}&shown=${count}${way}`)
        stream.addEventListener('notified', ({ lastEventId, data }) => {
          told = { count: lastEventId, html: data }
          show(told)
          channel.postMessage(told)
        })
        stream.addEventListener('error', () => {
          if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, patience)
        })
      }
      open()
      signal.addEventListener('abort', () => {
        clearTimeout(again)
        stream.close()
        told = undefined
        release()
      })
    })

  /** A tab out of sight leaves it to the others. */
  const turn = () => {
    attending.abort()
    if (document.hidden) return
    attending = new AbortController()
    const { signal } = attending
    if (!('locks' in navigator)) return void listen(signal)
    const speak = () => (signal.aborted ? undefined : listen(signal))
    navigator.locks.request(address, { signal }, speak).catch(() => {})
  }

  // What was told between the drawing of a page and its first script is asked for once more: of the tab
  // that listens for all. Where each asks for itself, what another heard is older than the new page.
  channel.addEventListener('message', ({ data }: MessageEvent<News | 'begun'>) => {
    if (data !== 'begun') show(data)
    else if (told && 'locks' in navigator) channel.postMessage(told)
  })
  channel.postMessage('begun')
  document.addEventListener('visibilitychange', turn)
  turn()
}

const bell = document.getElementById('bell')
if (bell?.dataset.stream) attend(bell, bell.dataset.stream)
