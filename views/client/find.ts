/** The nearest element around an event's target that matches, for handlers that listen at the document. */
export const around = <T extends Element = HTMLElement>(
  event: Event,
  selector: string,
): T | null => (event.target instanceof Element ? event.target.closest<T>(selector) : null)

/** Whether keys typed now are text for a field, not commands. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.isComposing ||
  around(event, 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !==
    null
