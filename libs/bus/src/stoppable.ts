/** Something that runs until it is stopped; `stop` resolves when nothing of it is left. */
export interface Stoppable {
  stop(): Promise<void>
}
