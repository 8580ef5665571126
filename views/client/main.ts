/** Everything a page runs, in one file: htmx first, then the small things around it. */
import htmx from 'htmx.org'
import './htmx.ts'
import './toasts.ts'
import './forms.ts'
import './list.ts'
import './row-deed.ts'
import './keys.ts'
import './help.ts'
import './palette.ts'
import './menus.ts'
import './dialogs.ts'
import './combo.ts'
import './names.ts'
import './small.ts'
import './whereabouts.ts'
import './bell.ts'
import './tours.ts'
import './tour-offer.ts'

// By itself htmx starts a moment after this script, and keys pressed in that moment would be lost.
htmx.initialize()
