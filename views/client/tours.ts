import { around } from './find.ts'
import { keptTour, keptWriting, tourEnded } from './kept-tour.ts'

/** Starts a tour that somebody asked for: keeps it, and goes to its first page. */
document.addEventListener('click', (event) => {
  const starter = around<HTMLElement>(event, '[data-start-tour]')
  if (!starter?.dataset.startTour) return
  const tour = JSON.parse(starter.dataset.startTour) as { start: string }
  sessionStorage.setItem(keptTour, JSON.stringify({ ...tour, at: 0, isNew: true }))
  location.assign(tour.start)
})

/** Begins to write a tour over the pages it is about. */
document.addEventListener('click', (event) => {
  const { writeTour } = around<HTMLElement>(event, '[data-write-tour]')?.dataset ?? {}
  if (!writeTour) return
  sessionStorage.setItem(keptWriting, writeTour)
  location.assign((JSON.parse(writeTour) as { start: string }).start)
})

type Player = { script: string; style?: string }

function load({ script, style }: Player): void {
  if (style)
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style }),
    )
  document.head.append(Object.assign(document.createElement('script'), { src: script }))
}

/** Goes on with the tour that was begun, else with the one being written; each is only loaded then. */
function goOn(): void {
  const [tour, writing] = [keptTour, keptWriting].map((key) => sessionStorage.getItem(key))
  if (tour) load((JSON.parse(tour) as { player: Player }).player)
  else if (writing) load(JSON.parse(writing) as Player)
}

document.addEventListener(tourEnded, () => {
  if (sessionStorage.getItem(keptWriting)) goOn()
})
goOn()
