/** What the flags say of one module for one person. `read` shows everything and writes nothing. */
export type ModuleState = 'off' | 'read' | 'write'

/** The one answer to "is this on for this person, now?", as the rest of the product asks it. */
export type Switchboard = {
  state: (module: string) => ModuleState
}

export const allOn: Switchboard = { state: () => 'write' }
