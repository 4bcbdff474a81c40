/** A date or a code that never breaks across lines. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')
