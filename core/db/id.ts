import { v7, validate } from 'uuid'

/** A new record id: a UUIDv7, so ids made later sort later and indexes grow at their end. */
export const newId = (): string => v7()

/** An id for what happened earlier, so that it sorts where it belongs. */
export const newIdAt = (at: Date): string => v7({ msecs: at.getTime() })

/** Whether a text from outside has the form of an id at all; anything else is simply not found. */
export const isId = (text: string): boolean => validate(text)
