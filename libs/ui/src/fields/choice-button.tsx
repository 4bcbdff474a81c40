import type { ReactNode } from 'react'
import { ListBox } from 'react-aria-components'
import styles from './field.module.css'
import { type Option, OptionItem } from './select.tsx'
import { ValueButton } from './value-button.tsx'

interface ChoiceTexts<Value extends string> {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Said while nothing is chosen. */
  readonly nothing: string
  readonly isDisabled?: boolean | undefined
  /** How what is chosen is drawn; its label when left out. */
  readonly children?: ReactNode
}

/** What a choice of one is given. */
export interface ChoiceButtonProps<Value extends string> extends ChoiceTexts<Value> {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
}

const items = <Value extends string>(options: readonly Option<Value>[]) => options.map((option) => ({ ...option, id: option.value }))

/** A choice of one from a short list, drawn as the value in the text. */
export const ChoiceButton = <Value extends string>(props: ChoiceButtonProps<Value>) => {
  const { label, options, value, nothing, onChange, isDisabled, children } = props
  const chosen = options.find((option) => option.value === value)
  return (
    <ValueButton
      label={label}
      said={chosen?.label ?? nothing}
      missing={chosen === undefined}
      isDisabled={isDisabled}
      field={(close) => (
        <ListBox
          aria-label={label}
          className={styles.list ?? ''}
          items={items(options)}
          selectionMode="single"
          escapeKeyBehavior="none"
          autoFocus={value === null ? 'first' : true}
          selectedKeys={value === null ? [] : [value]}
          // What is chosen already is taken out when it is chosen again; here that means: leave it as it is.
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            if (key !== undefined) onChange(String(key) as Value)
            close()
          }}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      )}
    >
      {chosen === undefined ? undefined : children}
    </ValueButton>
  )
}

/** What a choice of several is given. */
export interface ChoicesButtonProps<Value extends string> extends ChoiceTexts<Value> {
  readonly values: readonly Value[]
  /** Is told of the one that was put in or taken out. */
  readonly onChange: (value: Value, chosen: boolean) => void
}

/** A choice of several from a short list, drawn as the values in the text. */
export const ChoicesButton = <Value extends string>(props: ChoicesButtonProps<Value>) => {
  const { label, options, values, nothing, onChange, isDisabled, children } = props
  const chosen = options.filter(({ value }) => values.includes(value))
  return (
    <ValueButton
      label={label}
      said={chosen.length === 0 ? nothing : chosen.map((option) => option.label).join(', ')}
      missing={chosen.length === 0}
      isDisabled={isDisabled}
      field={() => (
        <ListBox
          aria-label={label}
          className={styles.list ?? ''}
          items={items(options)}
          selectionMode="multiple"
          escapeKeyBehavior="none"
          autoFocus="first"
          selectedKeys={values}
          onSelectionChange={(keys) => {
            for (const { value } of options) {
              const now = keys === 'all' || keys.has(value)
              if (now !== values.includes(value)) onChange(value, now)
            }
          }}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      )}
    >
      {chosen.length === 0 ? undefined : children}
    </ValueButton>
  )
}
