import { around } from './find.ts'
import { keptTour } from './kept-tour.ts'

/** Starts a tour that somebody asked for: keeps it, and goes to its first page. */
document.addEventListener('click', (event) => {
  const starter = around<HTMLElement>(event, '[data-start-tour]')
  if (!starter?.dataset.startTour) return
  const tour = JSON.parse(starter.dataset.startTour) as { start: string }
  sessionStorage.setItem(keptTour, JSON.stringify({ ...tour, at: 0, isNew: true }))
  location.assign(tour.start)
})

/** Goes on with the tour that was begun; its player is only loaded then. */
function goOn(): void {
  const kept = sessionStorage.getItem(keptTour)
  if (!kept) return
  const { player } = JSON.parse(kept) as { player: { script: string; style: string } }
  const style = Object.assign(document.createElement('link'), {
    ...{ rel: 'stylesheet', href: player.style },
  })
  const script = Object.assign(document.createElement('script'), { src: player.script })
  document.head.append(style, script)
}

goOn()
