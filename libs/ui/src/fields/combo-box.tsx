import { foldForSearch } from '@mreza/i18n'
import { ComboBox as AriaComboBox, type ComboBoxProps as AriaProps, Button, Input, ListBox, Popover } from 'react-aria-components'
import { Icon } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import styles from './field.module.css'
import { FieldLabel, FieldNotes, type FieldTexts, validity } from './field-frame.tsx'
import { type Option, OptionItem } from './select.tsx'

/** What a choice by typing is given. */
export interface ComboBoxProps<Value extends string>
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
      | 'items'
      | 'defaultItems'
    >,
    FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly optional?: boolean | undefined
}

/** A choice of one from a long list, by typing: matches in both scripts and without diacritics. */
export const ComboBox = <Value extends string>({
  label,
  hint,
  error,
  options,
  value,
  onChange,
  optional,
  ...rest
}: ComboBoxProps<Value>) => {
  const t = useTexts('ui')
  return (
    <AriaComboBox
      {...rest}
      {...validity(error)}
      menuTrigger="focus"
      allowsEmptyCollection
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : (String(key) as Value))}
      defaultItems={options.map((option) => ({ ...option, id: option.value }))}
      defaultFilter={(text, typed) => foldForSearch(text).includes(foldForSearch(typed))}
      className={styles.field ?? ''}
    >
      <FieldLabel optional={optional}>{label}</FieldLabel>
      <div className={styles.group}>
        <Input className={styles.input ?? ''} />
        <Button className={styles.open ?? ''}>
          <Icon name="down" />
        </Button>
      </div>
      <FieldNotes hint={hint} error={error} />
      <Popover className={styles.popover ?? ''}>
        <ListBox<Option & { id: string }>
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.nothing}>{t('field.noMatch')}</p>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
