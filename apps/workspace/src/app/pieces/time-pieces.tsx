import {
  Button,
  ButtonRow,
  Checklist,
  ChecklistStep,
  ClockBadge,
  HangingSection,
  SavedMark,
  StateMark,
  Timeline,
  TimelineEvent,
  ToggleButton,
} from '@mreza/ui'

const marks = (
  <ButtonRow>
    <StateMark state="yes">Prima: 2 mesta</StateMark>
    <StateMark state="partly">Prima uz uslov</StateMark>
    <StateMark state="no">Ne prima</StateMark>
    <StateMark state="ready">Spremno</StateMark>
    <StateMark state="unknown">Nije javljeno</StateMark>
  </ButtonRow>
)

const steps = (
  <Checklist>
    <ChecklistStep
      number={1}
      state="done"
      title="Bezbednost i hitna medicinska pomoć"
      second="Policijska uprava, Dom zdravlja · zapisnik i nalaz priloženi"
      clock={<ClockBadge due="2026-03-23T20:00:00Z" doneAt="2026-03-23T15:05:00Z" />}
    />
    <ChecklistStep
      number={4}
      state="now"
      title="Neodložna intervencija: bezbedan smeštaj"
      second="Odgovara CSR Niš. Nedostaje: potvrda prijema."
      clock={<ClockBadge due="2026-03-24T13:20:00Z" law="do 14:20 · zakonski rok, 24 h" />}
    />
    <ChecklistStep number={8} state="later" title="Odluka o identifikaciji" second="Samo Centar za zaštitu žrtava" />
  </Checklist>
)

/** Everything that says when and in which state. */
export const TimePieces = () => (
  <>
    <HangingSection title="Rok" summary="oblik, reč, vreme">
      <ButtonRow>
        <ClockBadge due="2026-03-22T10:00:00Z" />
        <ClockBadge due="2026-03-24T13:20:00Z" />
        <ClockBadge due="2026-03-26T07:10:00Z" />
        <ClockBadge due="2026-03-26T07:10:00Z" pausedSince="2026-03-19T09:00:00Z" />
        <ClockBadge due="2026-03-24T13:20:00Z" doneAt="2026-03-23T15:05:00Z" />
      </ButtonRow>
    </HangingSection>
    <HangingSection title="Stanje" summary="nije rok">
      {marks}
    </HangingSection>
    <HangingSection title="Čuvanje">
      <ButtonRow>
        <SavedMark saving={{ state: 'saved', at: '2026-03-24T09:42:07Z' }} />
        <SavedMark saving={{ state: 'sending' }} />
      </ButtonRow>
      <SavedMark saving={{ state: 'offline', since: '2026-03-24T09:44:00Z', kept: 6 }} />
    </HangingSection>
    <HangingSection title="Radnje">
      <ButtonRow>
        <Button kind="primary">Uđi u konferenciju</Button>
        <Button>Otvori plan</Button>
        <Button kind="link">Odbij uz razlog</Button>
        <Button isDisabled>Čeka čl. 4</Button>
        <Button kind="danger">Otkaži konferenciju</Button>
        <ToggleButton defaultSelected>Dete</ToggleButton>
        <ToggleButton>Žena</ToggleButton>
      </ButtonRow>
    </HangingSection>
    <HangingSection title="Postupak" summary="3 od 8 koraka">
      {steps}
    </HangingSection>
    <HangingSection title="Vremenski tok" summary="najnovije prvo">
      <Timeline>
        <TimelineEvent at="2026-03-24T09:42:00Z" when="danas, 10:42" title="Nacrt plana dopunjen">
          upisan cilj u oblasti zdravlja
        </TimelineEvent>
        <TimelineEvent at="2026-03-23T13:20:00Z" when="juče, 14:20" kind="clock" title="Prijava primljena. Počeo rok od 24 časa.">
          osam pokazatelja, prioritet neodložan
        </TimelineEvent>
      </Timeline>
    </HangingSection>
  </>
)
