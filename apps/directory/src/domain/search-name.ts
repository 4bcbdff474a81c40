import { foldForSearch } from '@mreza/i18n'

/** A person's name as search compares it (DI8): both scripts folded, once where they are the same. */
export const searchNameOf = ({ srLatn, srCyrl }: { srLatn: string; srCyrl: string }): string =>
  [...new Set([foldForSearch(srLatn), foldForSearch(srCyrl)])].join(' ')
