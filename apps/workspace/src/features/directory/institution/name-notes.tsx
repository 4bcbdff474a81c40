import type { InstitutionDetail } from '@mreza/contracts-directory'
import { useCodeText } from '../code-text.ts'
import styles from '../directory.module.css'

/** How sure the sources are that it is there and so called; nothing where they name it. */
export const NameNotes = ({ institution }: { institution: InstitutionDetail }) => {
  const codeText = useCodeText()
  const notes = [
    ...(institution.mention === null ? [] : [codeText('mention', institution.mention)]),
    ...(institution.nameBasis === null ? [] : [codeText('basis', institution.nameBasis)]),
  ].filter(({ lang }) => lang === undefined)
  return notes.map(({ text }) => (
    <p key={text} className={`second screen-only ${styles.note}`}>
      {text}
    </p>
  ))
}
