import { type Kysely, sql } from 'kysely'

/** Referrals, cases, who takes part in them, their steps and clocks, conferences, decisions and tasks. Rights follow in 0003. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await referrals(db)
  await cases(db)
  await clocks(db)
  await conferences(db)
}

const referrals = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table referral (
      id uuid primary key,
      network_id uuid not null,
      sender_id uuid not null,
      sent_by uuid not null,
      receiver_id uuid not null check (receiver_id <> sender_id),
      beneficiary_id uuid not null unique,
      state text not null check (state in ('sent', 'acknowledged', 'taken', 'declined')),
      priority text not null check (priority in ('immediate', 'urgent', 'regular')),
      age_group text not null,
      content jsonb not null,
      sent_at timestamptz not null,
      acknowledged_at timestamptz,
      answered_at timestamptz,
      decline_reason text,
      case_id uuid unique,
      check ((state = 'taken') = (case_id is not null)),
      check ((state = 'declined') = (decline_reason is not null))
    )`.execute(db)
  await sql`create index referral_receiver on referral (receiver_id, sent_at desc)`.execute(db)
  await sql`create index referral_sender on referral (sender_id, sent_at desc)`.execute(db)
}

const cases = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table case_file (
      id uuid primary key,
      network_id uuid not null,
      code text not null,
      referral_id uuid not null unique references referral (id),
      beneficiary_id uuid not null,
      priority text not null,
      age_group text not null,
      victim_status text not null default 'potential',
      opened_at timestamptz not null,
      lead_institution_id uuid not null,
      case_manager_id uuid,
      agreement_id uuid references procedure (agreement_id),
      unique (network_id, code)
    )`.execute(db)
  await sql`
    create table participation (
      case_id uuid not null references case_file (id) deferrable initially deferred,
      id uuid not null,
      institution_id uuid not null,
      person_id uuid,
      sections text[] not null check (cardinality(sections) > 0 and sections <@ '{core,safety,health,legal,voice}'),
      basis jsonb not null,
      from_at timestamptz not null,
      until_at timestamptz,
      ended_at timestamptz,
      primary key (case_id, id)
    )`.execute(db)
  await sql`create index participation_institution on participation (institution_id) where ended_at is null`.execute(db)
  await sql`
    create table case_step (
      case_id uuid not null references case_file (id),
      step_id text not null,
      position int not null,
      stage_title jsonb not null,
      step jsonb not null,
      triggered_at timestamptz,
      done_at timestamptz,
      done_by uuid,
      evidence text,
      primary key (case_id, step_id)
    )`.execute(db)
}

const clocks = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table clock (
      id uuid primary key,
      network_id uuid not null,
      referral_id uuid references referral (id),
      case_id uuid references case_file (id) deferrable initially deferred,
      step_id text,
      label jsonb not null,
      started_at timestamptz not null,
      due_at timestamptz not null check (due_at > started_at),
      paused_at timestamptz,
      done_at timestamptz,
      source jsonb not null,
      soon_at timestamptz not null,
      soon_announced_at timestamptz,
      broken_announced_at timestamptz,
      check (referral_id is not null or case_id is not null)
    )`.execute(db)
  await sql`create index clock_case on clock (case_id)`.execute(db)
  await sql`create index clock_referral on clock (referral_id)`.execute(db)
  await sql`create index clock_soon on clock (soon_at) where done_at is null and paused_at is null and soon_announced_at is null`.execute(
    db,
  )
  await sql`create index clock_due on clock (due_at) where done_at is null and paused_at is null and broken_announced_at is null`.execute(
    db,
  )
}

const conferences = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table conference (
      case_id uuid not null references case_file (id),
      id uuid not null unique,
      network_id uuid not null,
      case_code text not null,
      state text not null check (state in ('scheduled', 'under-way', 'closed', 'cancelled')),
      starts_at timestamptz not null,
      duration int not null,
      place text not null,
      agenda jsonb not null,
      mandatory_sectors text[] not null,
      quorum_needed int not null,
      scheduled_by uuid not null,
      scheduled_at timestamptz not null,
      missing_sectors_reason text,
      cancel_reason text,
      opened_at timestamptz,
      closed_at timestamptz,
      primary key (case_id, id)
    )`.execute(db)
  await sql`
    create table invitation (
      case_id uuid not null,
      conference_id uuid not null,
      institution_id uuid not null,
      sector text not null,
      mandatory boolean not null,
      answer text not null default 'waiting' check (answer in ('waiting', 'accepted', 'declined')),
      attendee_id uuid,
      participation_id uuid,
      reason text,
      answered_at timestamptz,
      attendance text not null default 'not-recorded' check (attendance in ('not-recorded', 'present', 'by-telephone', 'absent')),
      primary key (case_id, conference_id, institution_id),
      foreign key (case_id, conference_id) references conference (case_id, id)
    )`.execute(db)
  await sql`create index invitation_institution on invitation (institution_id)`.execute(db)
  await sql`
    create table decision (
      case_id uuid not null,
      conference_id uuid not null,
      number int not null,
      text text not null,
      recorded_at timestamptz not null,
      recorded_by uuid not null,
      with_quorum boolean not null,
      primary key (case_id, conference_id, number),
      foreign key (case_id, conference_id) references conference (case_id, id)
    )`.execute(db)
  await sql`
    create table task (
      case_id uuid not null,
      id uuid not null unique,
      conference_id uuid not null,
      decision_number int not null,
      case_code text not null,
      network_id uuid not null,
      institution_id uuid not null,
      person_id uuid,
      what text not null,
      due_on date not null,
      done_at timestamptz,
      done_by uuid,
      result text,
      primary key (case_id, id),
      foreign key (case_id, conference_id, decision_number) references decision (case_id, conference_id, number)
    )`.execute(db)
  await sql`create index task_institution on task (institution_id, due_on) where done_at is null`.execute(db)
}
