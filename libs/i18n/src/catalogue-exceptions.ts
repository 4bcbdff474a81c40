/** Texts that are the same in both scripts on purpose: the languages name themselves, and product names stay. */
export const sameInBothScripts: readonly string[] = ['shell/language.sr-Latn', 'shell/language.sr-Cyrl', 'shell/language.en']

/** Latin words that may stand in Cyrillic text: keys of the keyboard, formats of files, units. */
export const latinTokens: readonly string[] = ['Ctrl', 'PDF', 'CSV', 'h', 'min', 'QR', 'TOTP', 'A4', 'SHA', 'ICS', 'Enter', 'Esc']
