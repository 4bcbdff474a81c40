import {
  type SelectProps as AriaProps,
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { Icon } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'

/** One thing to choose; `second` is a quieter line under it. */
export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly second?: string | undefined
}

/** What a choice from a short list is given. */
export interface SelectProps<Value extends string>
  extends Omit<
      AriaProps<Option<Value>>,
      | 'className'
      | 'style'
      | 'children'
      | 'value'
      | 'onChange'
      | 'selectedKey'
      | 'defaultSelectedKey'
      | 'onSelectionChange'
      | 'defaultValue'
    >,
    FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly optional?: boolean | undefined
}

/** The list of options under a field. */
export const OptionItem = ({ option }: { option: Option }) => (
  <ListBoxItem id={option.value} textValue={option.label} className={styles.option ?? ''}>
    <Icon name="check" />
    <span>
      {option.label}
      {option.second !== undefined && <span className="label"> {option.second}</span>}
    </span>
  </ListBoxItem>
)

/** A choice of one from a short, known list. */
export const Select = <Value extends string>({ label, hint, error, options, value, onChange, optional, ...rest }: SelectProps<Value>) => {
  const t = useTexts('ui')
  return (
    <AriaSelect
      {...rest}
      {...validity(error)}
      placeholder={rest.placeholder ?? t('field.choose')}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key) as Value)}
      className={styles.field ?? ''}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <Button className={styles.trigger ?? ''}>
        <SelectValue>{({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue>
        <Icon name="down" />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''} items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
