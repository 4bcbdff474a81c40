import type { Sector } from '@mreza/contracts-kernel'
import {
  ActivityRow,
  Button,
  ButtonRow,
  Chip,
  ClockBadge,
  ClosedDoor,
  CoveredName,
  Difference,
  EmptyState,
  GoalCard,
  HangingSection,
  Matrix,
  MatrixCell,
  PhoneLink,
  PresenceStrip,
  Row,
  Rows,
  Seats,
} from '@mreza/ui'

const institutions: readonly (readonly [Sector, string, string])[] = [
  ['social-welfare', 'CSR', 'Centar za socijalni rad'],
  ['police', 'PU', 'Policijska uprava'],
  ['prosecution', 'VJT', 'Više javno tužilaštvo'],
  ['health', 'DZ', 'Dom zdravlja'],
  ['shelter', 'SK', 'Sigurna kuća'],
  ['education', 'OŠ', 'Škola'],
  ['civil-society', 'OK', 'Otvoreni klub'],
  ['red-cross', 'CK', 'Crveni krst'],
  ['employment', 'NSZ', 'Služba za zapošljavanje'],
  ['local-government', 'GN', 'Grad Niš'],
  ['social-protection-services', 'DB', 'Dnevni boravak'],
  ['national-body', 'CZŽ', 'Centar za zaštitu žrtava'],
]

const chips = (here: boolean) => (
  <ButtonRow>
    {institutions.map(([sector, short, name]) => (
      <Chip key={sector} sector={sector} short={short} here={here}>
        {name}
      </Chip>
    ))}
  </ButtonRow>
)

const people = institutions.slice(0, 8).map(([sector, short, name], at) => ({ id: short, name, short, sector, self: at === 0 }))

const matrix = (
  <Matrix label="Sporazumi">
    <thead>
      <tr>
        <th scope="col">Ustanova</th>
        <th scope="col">Protokol o saradnji</th>
        <th scope="col">Memorandum o razumevanju</th>
        <th scope="col">Aneks 1: dežurstva</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">Dom zdravlja Niš</th>
        <td>
          <MatrixCell state="signed" detail="1. 2. 2026." institution="Dom zdravlja Niš" agreement="Protokol" />
        </td>
        <td>
          <MatrixCell state="expired" detail="31. 12. 2025." institution="Dom zdravlja Niš" agreement="Memorandum" />
        </td>
        <td>
          <MatrixCell state="refused" detail="bez kadra noću" institution="Dom zdravlja Niš" agreement="Aneks 1" />
        </td>
      </tr>
      <tr>
        <th scope="row">Sigurna kuća Niš</th>
        <td>
          <MatrixCell state="waiting" detail="51 dan" institution="Sigurna kuća Niš" agreement="Protokol" />
        </td>
        <td>
          <MatrixCell state="signed" detail="2024." institution="Sigurna kuća Niš" agreement="Memorandum" />
        </td>
        <td>
          <MatrixCell state="none" institution="Sigurna kuća Niš" agreement="Aneks 1" />
        </td>
      </tr>
    </tbody>
  </Matrix>
)

/** Who, and what is agreed. */
export const PeoplePieces = () => (
  <>
    <HangingSection title="Ustanove" summary="boja uvek sa skraćenicom">
      {chips(false)}
      {chips(true)}
    </HangingSection>
    <HangingSection title="Prisutni">
      <PresenceStrip people={people} />
      <Seats here={5} needed={6} />
    </HangingSection>
    <HangingSection title="Pokriveno ime">
      <CoveredName onReveal={async () => ({ name: 'Korisnica Primer' })} refusalOf={() => ({ code: 'unexpected' })} />
    </HangingSection>
    <HangingSection title="Zatvorena vrata">
      <ClosedDoor keyHolders={['Milica Đorđević', 'Vesna Mladenović']} askedAt="2026-03-24T09:12:00Z" onWithdraw={() => undefined} />
    </HangingSection>
    <HangingSection title="Prazno">
      <EmptyState title="Nijedna ustanova nije pozvana." action={<Button>Izaberi termin</Button>}>
        Protokol traži šest sektora. Kada izaberete termin, Mreža predlaže ljude iz imenika; vi potvrđujete.
      </EmptyState>
    </HangingSection>
    <HangingSection title="Redovi">
      <Rows lead="clock">
        <Row
          lead={<ClockBadge due="2026-03-22T10:00:00Z" law="do 22. marta · čl. 9 Protokola" />}
          title={<a href="#content">Povratna informacija Višeg javnog tužilaštva</a>}
          second="NI-26-011 · uput od 8. marta, bez odgovora."
          action={<Button>Traži odgovor</Button>}
        />
        <Row
          lead={<ClockBadge due="2026-03-26T07:10:00Z" law="do četvrtka u 8:05 · hitno, 72 h" />}
          title={<a href="#content">Započeti početnu procenu</a>}
          second="NI-26-013 · vodi Aleksandar Tošić, CSR Niš"
          action={<Button kind="link">Otvori</Button>}
        />
      </Rows>
    </HangingSection>
    <HangingSection title="Cilj">
      <GoalCard
        number={1}
        phase="krizna intervencija"
        goal="Korisnica ima svog lekara i zna kako da mu se obrati"
        clock={<ClockBadge due="2026-04-07T10:00:00Z" />}
      >
        <ActivityRow
          activity="Izdati zdravstvenu knjižicu"
          who={
            <Chip sector="social-welfare" short="CSR">
              M. Đorđević
            </Chip>
          }
          due="27. mart"
          state={<ClockBadge due="2026-03-27T10:00:00Z" />}
        />
        <ActivityRow activity="Pedijatar i ginekolog, po izboru korisnice" />
      </GoalCard>
    </HangingSection>
    <HangingSection title="Matrica">{matrix}</HangingSection>
    <HangingSection title="Razlika">
      <Difference was={{ label: 'U nacrtu 4', value: '72 h' }} now={{ label: 'Predlog CSR, 17. mart', value: '24 h' }}>
        <strong>Šta se menja:</strong> rok četvrtog koraka u svakom slučaju otvorenom posle potpisivanja.
      </Difference>
    </HangingSection>
    <HangingSection title="Telefon">
      <PhoneLink number="0XX 555 101" name="Aleksandar Tošić" kind="first" />
      <br />
      <PhoneLink number="0XX 555 120" name="Prihvatna stanica" />
    </HangingSection>
  </>
)
