/** Who keeps what the whole desk answers with; one's own saved replies everybody keeps. */
export const manageMacros = 'service.macros.manage'
