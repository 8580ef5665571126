import { around } from './find.ts'

const decimals = 5

type Parts = Record<'latitude' | 'longitude', HTMLInputElement> & { said: HTMLOutputElement }

function partsOf(box: HTMLElement): Parts | undefined {
  const input = (name: string) => box.querySelector<HTMLInputElement>(`input[name=${name}]`)
  const [latitude, longitude, said] = [
    input('latitude'),
    input('longitude'),
    box.querySelector('output'),
  ]
  return latitude && longitude && said ? { latitude, longitude, said } : undefined
}

/** Shows what can be done: ask where the browser can tell, forget where it has told. */
function show(box: HTMLElement): void {
  const [ask, forget] = ['[data-locate]', '[data-forget]'].map((one) =>
    box.querySelector<HTMLButtonElement>(one),
  )
  const isKnown = Boolean(partsOf(box)?.latitude.value)
  if (ask) ask.hidden = isKnown || !('geolocation' in navigator)
  if (forget) forget.hidden = !isKnown
}

function keep(box: HTMLElement, latitude: string, longitude: string, said: string): void {
  const parts = partsOf(box)
  if (!parts) return
  parts.latitude.value = latitude
  parts.longitude.value = longitude
  parts.said.value = said
  show(box)
}

/** Only who presses the button is asked where they are. */
document.addEventListener('click', (event) => {
  const button = around<HTMLButtonElement>(event, '[data-locate], [data-forget]')
  const box = button?.closest<HTMLElement>('[data-whereabouts]')
  if (!button || !box) return
  if (button.matches('[data-forget]')) return keep(box, '', '', '')
  button.disabled = true
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      button.disabled = false
      const [north, east] = [coords.latitude, coords.longitude].map((one) => one.toFixed(decimals))
      keep(box, north ?? '', east ?? '', `${north}, ${east}`)
    },
    () => {
      button.disabled = false
      keep(box, '', '', partsOf(box)?.said.dataset.failed ?? '')
    },
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
  )
})

const showAll = (): void =>
  document.querySelectorAll<HTMLElement>('[data-whereabouts]').forEach(show)
document.addEventListener('htmx:after:swap', showAll)
addEventListener('pageshow', showAll)
showAll()
