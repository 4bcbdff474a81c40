import type { ScanMediaType } from '@mreza/contracts-agreements'

const beginnings: Readonly<Record<ScanMediaType, readonly number[]>> = {
  'application/pdf': [...'%PDF-'].map((sign) => sign.charCodeAt(0)),
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** Does a file begin as its kind begins? More is not asked: the page is kept and given back, never opened here. */
export const isWhatItSays = (page: Uint8Array, mediaType: ScanMediaType): boolean =>
  beginnings[mediaType].every((byte, place) => page[place] === byte)

/** How a file of this kind is called. */
export const fileEndingOf = (mediaType: ScanMediaType): string =>
  ({ 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' })[mediaType]
