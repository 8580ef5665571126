import type { PanelContent } from '../../core/module.ts'
import { suggestionPanel } from './articles/panel.tsx'
import { ratingPanel } from './ratings/panel.tsx'
import { ticketProducts } from './warranties/panels.tsx'

/** What the parts of this module show beside a ticket, in this order. */
export const ticketPanels: readonly PanelContent[] = [ticketProducts, suggestionPanel, ratingPanel]
