/** What is wrong with one file: where, and why in a sentence. A file with a fault is left out alone; the others stay in use. */
export interface Fault {
  /** The file as it was reached from the folder that was asked for. */
  readonly file: string
  /** Counted from 1; 1 when the whole file is meant. */
  readonly line: number
  readonly column: number
  /** Where in the data, such as `procedure.stages.0.steps.2.trigger`; empty when the whole file is meant. */
  readonly path: string
  readonly reason: string
}

/** What could be loaded and what could not. Loading never throws: a folder that is missing is a fault as well. */
export interface Loaded<T> {
  readonly good: readonly T[]
  readonly faults: readonly Fault[]
}

/** `file:line:column path: reason`, as editors and terminals understand it. */
export const faultLine = (fault: Fault): string =>
  `${fault.file}:${fault.line}:${fault.column} ${fault.path === '' ? '' : `${fault.path}: `}${fault.reason}`
