import {
  InstitutionId,
  Line,
  LocalizedText,
  mutation,
  NetworkId,
  needs,
  PersonId,
  query,
  Sector,
  serviceOnly,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { Contact, InstitutionDetail, InstitutionSummary, Person, Service } from './institution.ts'
import { AgreementRecord, ImportFault, NetworkDetail, NetworkSummary } from './network.ts'

const read = needs('directory.read')
const edit = needs('directory.edit-institution')

/** What the directory service answers. */
export const directoryOperations = {
  /** All networks, by city. */
  listNetworks: query(read, z.strictObject({}), z.array(NetworkSummary)),
  /** One network with its institutions, services and agreement records as the sources describe them (DI1). */
  readNetwork: query(read, z.strictObject({ networkId: NetworkId }), NetworkDetail),
  /** Laws, instructions, strategies and bodies that belong to no one network, in the order of their file (DI1). */
  listNationalRecords: query(read, z.strictObject({}), z.array(AgreementRecord)),
  /** Services that belong to no one network, in the order of their file (DI1). */
  listNationalServices: query(read, z.strictObject({}), z.array(Service)),
  /** What the last loading of the files left out, and why (DI2); for who can have it put right. */
  listImportFaults: query(needs('directory.read-faults'), z.strictObject({}), z.array(ImportFault)),
  /**
   * Institutions of a network and the national bodies, for pickers and marks; without a network those of all,
   * with `null` for it the national bodies alone.
   */
  listInstitutions: query(
    read,
    z.strictObject({ networkId: NetworkId.nullish(), sectors: z.array(Sector).max(16).optional() }),
    z.array(InstitutionSummary),
  ),
  /** One institution with its services, people and contacts. */
  readInstitution: query(read, z.strictObject({ institutionId: InstitutionId }), InstitutionDetail),
  /** Names for ids, for at most 500 people; unknown ids are left out. */
  namePeople: query(read, z.strictObject({ personIds: z.array(PersonId).max(500) }), z.array(Person)),
  /** Professionals of the given institutions, heads first. */
  listPeople: query(read, z.strictObject({ institutionIds: z.array(InstitutionId).min(1).max(100) }), z.array(Person)),
  /** Institutions, services and people whose name matches in either script, best first, at most 20 (DI8). */
  searchDirectory: query(
    read,
    z.strictObject({ text: z.string().trim().min(2).max(80), networkId: NetworkId.nullish() }),
    z.strictObject({
      institutions: z.array(InstitutionSummary),
      people: z.array(Person),
      services: z.array(z.strictObject({ id: z.uuidv7(), name: InstitutionSummary.shape.name, providerId: InstitutionId.nullable() })),
    }),
  ),
  /** Puts a professional into the directory (DI6); the account comes by invitation. */
  addPerson: mutation(
    edit,
    z.strictObject({
      institutionId: InstitutionId,
      displayName: z.strictObject({ srLatn: Line, srCyrl: Line }),
      jobTitle: LocalizedText,
      isHead: z.boolean(),
    }),
    Person,
  ),
  /** Puts a person into the directory who accepted an invitation; says whether they are new in it (DI9). */
  enrolPerson: mutation(
    serviceOnly,
    z.strictObject({
      personId: PersonId,
      institutionId: InstitutionId,
      displayName: z.strictObject({ srLatn: Line, srCyrl: Line }),
      jobTitle: LocalizedText,
      isHead: z.boolean(),
    }),
    z.strictObject({ added: z.boolean() }),
  ),
  /** What another service puts on paper: names, and the telephones that were tried and are right (DI7). Unknown ids are left out. */
  nameOnPaper: query(
    serviceOnly,
    z.strictObject({ institutionIds: z.array(InstitutionId).max(200), personIds: z.array(PersonId).max(500) }),
    z.strictObject({
      institutions: z.array(InstitutionSummary.pick({ id: true, name: true }).extend({ telephones: z.array(Line) })),
      people: z.array(Person),
    }),
  ),
  /** Adds a contact of an institution, verified now by the one who adds it (DI6, DI7). */
  addContact: mutation(
    edit,
    z.strictObject({ institutionId: InstitutionId, kind: Contact.shape.kind, value: Line, note: Line.nullable() }),
    Contact,
  ),
  /** Says that a contact was tried and is right, now (DI7). */
  verifyContact: mutation(edit, z.strictObject({ institutionId: InstitutionId, contactId: z.uuidv7() }), Contact),
}
