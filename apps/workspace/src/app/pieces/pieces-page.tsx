import { CaseFact, CaseHeader, ClockBadge, stillAt, TickerProvider } from '@mreza/ui'
import { PublicPage } from '../sign-in/public-page.tsx'
import { FieldPieces } from './field-pieces.tsx'
import { PeoplePieces } from './people-pieces.tsx'
import { TimePieces } from './time-pieces.tsx'

const ticker = stillAt(new Date('2026-03-24T10:10:00Z'))

/** All pieces together, at one still moment of the reference pictures. Only where one builds. */
export const PiecesPage = () => (
  <TickerProvider ticker={ticker}>
    <PublicPage title="Delovi koji se ponavljaju">
      <TimePieces />
      <PeoplePieces />
      <FieldPieces />
      <CaseHeader
        code="NI-26-014"
        facts={
          <>
            <CaseFact label="Prioritet i rok" second={<ClockBadge due="2026-03-24T13:20:00Z" />}>
              Neodložno, 24 h
            </CaseFact>
            <CaseFact label="Status" second="o identifikaciji odlučuje Centar za zaštitu žrtava">
              Pretpostavljena žrtva
            </CaseFact>
            <CaseFact label="Vodi slučaj" second="Centar za socijalni rad Niš · od 23. marta">
              Milica Đorđević
            </CaseFact>
            <CaseFact label="Nadležnost" second="Protokol o saradnji, na snazi od 1. februara 2026.">
              Niš
            </CaseFact>
          </>
        }
      />
    </PublicPage>
  </TickerProvider>
)
