import type { InstitutionSummary } from '@mreza/contracts-directory'
import type { TrackedParty } from '@mreza/contracts-monitoring'
import {
  Button,
  buttonClass,
  type CellState,
  Dialog,
  DialogButtons,
  MatrixCell,
  useFormats,
  useLocalized,
  useNow,
  useTexts,
} from '@mreza/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { partyIn, reasonIn, type TrackedColumn } from './tracked-columns.ts'

const cellState: Readonly<Record<TrackedParty['state'], CellState>> = { signed: 'signed', waiting: 'waiting', declined: 'refused' }

const useDetail = (party: TrackedParty | undefined, reason: string | null): string | undefined => {
  const formats = useFormats()
  const now = useNow()
  if (party === undefined) return undefined
  if (party.state === 'signed') return formats.shortDate(party.since)
  if (party.state === 'waiting') return formats.duration(now.getTime() - Date.parse(party.since))
  return reason ?? formats.shortDate(party.since)
}

/** Where an institution stands with an agreement; pressed, it says who has to do what. */
export const PartyCell = ({ column, institution }: { column: TrackedColumn; institution: InstitutionSummary }) => {
  const t = useTexts('tracker')
  const localized = useLocalized()
  const [open, setOpen] = useState(false)
  const party = partyIn(column, institution.id)
  const reason = reasonIn(column, institution.id)
  const names = { institution: localized(institution.name), agreement: localized(column.agreement.title) }
  const detail = useDetail(party, reason)
  if (party === undefined) return <MatrixCell state="none" {...names} />
  return (
    <>
      <MatrixCell state={cellState[party.state]} detail={detail} {...names} onPress={() => setOpen(true)} />
      <Dialog isOpen={open} onOpenChange={setOpen} title={names.institution} consequence={t(`todo.${party.state}`, names)}>
        {(close) => (
          <>
            {reason !== null && <p className="prose">{reason}</p>}
            <DialogButtons>
              <Link className={buttonClass('primary')} to="/protocols/$agreementId" params={{ agreementId: column.agreement.id }}>
                {t('open.agreement')}
              </Link>
              <Button onPress={close}>{t('close')}</Button>
            </DialogButtons>
          </>
        )}
      </Dialog>
    </>
  )
}
