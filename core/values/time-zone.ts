/** Time zones as this runtime knows them, with UTC, which Intl leaves out. */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

/** A time zone as we write it, from what a browser calls it; undefined when it is none. */
export function timeZoneOf(name: string): string | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return timeZones.find((zone) => zone === timeZone)
  } catch {
    return undefined
  }
}
