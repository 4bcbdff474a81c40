import { TextField } from '@mreza/ui'
import { useEffect, useRef, useState } from 'react'

const pause = 500

/**
 * A line that is not running text: what is typed goes into the plan after a short pause and on leaving the field. A colleague's words
 * come in while one is not typing oneself.
 */
export const PlainLine = ({
  label,
  value,
  onChange,
  isDisabled,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  isDisabled: boolean
}) => {
  const [typed, setTyped] = useState<string | null>(null)
  const put = () => {
    if (typed !== null && typed !== value) onChange(typed)
  }
  const latest = useRef(put)
  latest.current = put
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => latest.current(), pause)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => () => latest.current(), [])
  const leave = () => {
    put()
    setTyped(null)
  }
  return <TextField label={label} value={typed ?? value} onChange={setTyped} onBlur={leave} isDisabled={isDisabled} maxLength={400} />
}
