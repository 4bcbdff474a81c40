import { classes } from '../classes.ts'
import { Icon } from '../icons/icon.tsx'
import { useTexts } from '../language.tsx'
import styles from './phone-link.module.css'

/** A number to call. `first` is the filled one of the page; `second` is outlined; `icon` stands beside a name and says it to screen readers. */
export const PhoneLink = ({ number, name, kind = 'second' }: { number: string; name: string; kind?: 'first' | 'second' | 'icon' }) => {
  const t = useTexts('ui')
  const label = t('phone.call', { name })
  return (
    <a
      className={classes(styles.phone, styles[kind])}
      href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}
      aria-label={kind === 'icon' ? label : `${label}, ${number}`}
    >
      {kind !== 'icon' && <span>{number}</span>}
      <Icon name="phone" />
    </a>
  )
}
