import type { Template } from '@mreza/contracts-agreements'
import { useTexts } from '@mreza/ui'
import type { ReactNode } from 'react'
import styles from '../protocols.module.css'
import { ConferencePart } from './conference-part.tsx'
import { EntryPart } from './entry-part.tsx'
import { IndicatorsPart } from './indicators-part.tsx'
import { InformationPart } from './information-part.tsx'
import { ObligationsPart } from './obligations-part.tsx'
import { ProcedurePart } from './procedure-part.tsx'
import { type StructuredPartId, structuredPartsOf } from './structured-part-ids.ts'

const parts: Readonly<Record<StructuredPartId, (props: { content: Template }) => ReactNode>> = {
  procedure: ProcedurePart,
  conference: ConferencePart,
  information: InformationPart,
  obligations: ObligationsPart,
  indicators: IndicatorsPart,
  entry: EntryPart,
}

/** The same agreement as data: what Mreža itself carries out. */
export const StructuredParts = ({ content }: { content: Template }) => {
  const t = useTexts('protocols')
  return (
    <section className={styles.parts} aria-labelledby="parts-title">
      <h2 id="parts-title">{t('parts.title')}</h2>
      <p className="second">{t('parts.what')}</p>
      {structuredPartsOf(content).map((id) => {
        const Part = parts[id]
        return (
          <section key={id} id={`part-${id}`} className={styles.part}>
            <h3>{t(id)}</h3>
            <Part content={content} />
          </section>
        )
      })}
    </section>
  )
}
