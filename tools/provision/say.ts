const width = 14

/** The quiet voice of the commands: one aligned line for each thing that is ready. */
export const say = {
  line: (what: string, how: string): void => console.log(`  ${what.padEnd(width)}${how}`),
  title: (text: string): void => console.log(`\n${text}\n`),
  text: (text: string): void => console.log(text),
}
