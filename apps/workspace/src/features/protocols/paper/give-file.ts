/** A file as services give it: its bytes in base64. */
export interface GivenFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: string
}

/** Gives a file to the browser to keep. Nothing of it is opened in the page. */
export const giveFile = ({ fileName, mediaType, bytes }: GivenFile): void => {
  const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([raw], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The browser has taken the address by the next turn.
  setTimeout(() => URL.revokeObjectURL(address))
}

/** The bytes of a chosen file in base64, as operations take them. */
export const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'))
    reader.readAsDataURL(file)
  })
