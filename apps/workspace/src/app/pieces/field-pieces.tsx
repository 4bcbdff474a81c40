import {
  Button,
  Checkbox,
  CheckboxGroup,
  ChoiceButton,
  ChoicesButton,
  ComboBox,
  DateButton,
  DateField,
  DateTimeField,
  Fold,
  HangingSection,
  Note,
  RadioGroup,
  ReasonDialog,
  RefusalNote,
  Select,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  TextArea,
  TextField,
  useToast,
} from '@mreza/ui'
import { useState } from 'react'

const cities = [
  { value: 'nis', label: 'Niš' },
  { value: 'nis-banja', label: 'Niška Banja' },
  { value: 'kraljevo', label: 'Kraljevo', second: 'Raška oblast' },
]

/** What one types into and what opens over the sheet. */
export const FieldPieces = () => {
  const [city, setCity] = useState<string | null>('nis')
  const [long, setLong] = useState<string | null>(null)
  const [date, setDate] = useState<string | null>('2026-03-26')
  const [moment, setMoment] = useState<string | null>('2026-03-26T09:00:00Z')
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>(['nis'])
  const choose = (value: string, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, value] : before.filter((each) => each !== value)))
  const toast = useToast()
  return (
    <>
      <HangingSection title="Polja">
        <TextField label="Mesto" hint="Gde se konferencija održava." defaultValue="Gradska kuća, sala 2" />
        <TextField label="Telefon" error="Broj nije potpun." defaultValue="01" />
        <TextArea label="Razlog" optional />
        <Select label="Grad" options={cities} value={city} onChange={setCity} />
        <ComboBox label="Ustanova" options={cities} value={long} onChange={setLong} />
        <DateField label="Datum" value={date} onChange={setDate} />
        <DateTimeField label="Početak" value={moment} onChange={setMoment} />
        <RadioGroup label="Pismo" options={cities} value={city} onChange={setCity} sideBySide />
        <CheckboxGroup label="Obavezni sektori" defaultValue={['nis']}>
          <Checkbox value="nis">policija</Checkbox>
          <Checkbox value="kv">zdravstvo</Checkbox>
        </CheckboxGroup>
        <RefusalNote refusal={{ code: 'changed-meanwhile' }} />
      </HangingSection>
      <HangingSection title="Vrednosti u tekstu" summary="otvaraju se u svoje polje">
        <p>
          <ChoiceButton label="Grad" nothing="još nije izabran" options={cities} value={city} onChange={setCity} /> ·{' '}
          <DateButton label="Datum" value={date} onChange={setDate} /> ·{' '}
          <ChoicesButton label="Gradovi" nothing="nijedan" options={cities} values={chosen} onChange={choose} />
        </p>
        <Fold title="Pojedinosti">
          <p>Ono što se ne čita svaki put.</p>
        </Fold>
        <Note label="Napomena uz tekst">
          <p className="label">uz: Zdravlje</p>
          <p>Može u četvrtak u 9:30.</p>
        </Note>
      </HangingSection>
      <HangingSection title="Kartice">
        <Tabs>
          <TabList aria-label="Delovi slučaja">
            <Tab id="a">Pregled</Tab>
            <Tab id="b">Tok</Tab>
          </TabList>
          <TabPanel id="a">Pregled</TabPanel>
          <TabPanel id="b">Tok</TabPanel>
        </Tabs>
      </HangingSection>
      <HangingSection title="Poruka i dijalog">
        <Button onPress={() => setAsking(true)}>Otvori dijalog</Button>{' '}
        <Button onPress={() => toast({ text: 'Cilj „Lična dokumenta“ je uklonjen iz nacrta.', undo: () => undefined })}>
          Pokaži poruku
        </Button>
        <ReasonDialog
          isOpen={asking}
          onOpenChange={setAsking}
          title="Zašto vam treba ime?"
          consequence="Uvid se upisuje u dnevnik i vide ga voditeljka slučaja i zaštitnik podataka."
          confirm="Prikaži ime"
          onConfirm={() => setAsking(false)}
        />
      </HangingSection>
      <HangingSection title="Pismo" summary="srpski kurziv">
        <div lang="sr-Cyrl">
          <p className="own-words">Свега неколико пута, због обавезног предмета, дописао је: бгдпт.</p>
          <p className="prose">
            Ђорђе и Љубица: ђ ј љ њ ћ џ, бољи обзир. <span lang="sr-Latn">Đorđe, čćžšđ, Ljubica, džep.</span>
          </p>
        </div>
      </HangingSection>
    </>
  )
}
