/** What colleagues are told whom a note or a follow-up calls. */
export const mentioned = 'contacts.mentioned'
