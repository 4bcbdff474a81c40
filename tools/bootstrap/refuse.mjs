/** Ends the command with a sentence that says what to do. @param {string} sentence @returns {never} */
export function refuse(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}
