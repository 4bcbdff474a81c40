import { useRef } from 'react'

/**
 * The same content pressed again is the same object, so that a call tried again carries the same key and is done once.
 * `forget` after it has succeeded: then the same content is a new intention.
 */
export const useSame = <Input extends object>() => {
  const last = useRef<{ text: string; input: Input }>(undefined)
  const same = (input: Input): Input => {
    const text = JSON.stringify(input)
    if (last.current?.text !== text) last.current = { text, input }
    return last.current.input
  }
  const forget = () => {
    last.current = undefined
  }
  return { same, forget }
}
