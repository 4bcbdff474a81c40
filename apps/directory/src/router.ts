import type { directoryOperations } from '@mreza/contracts-directory'
import type { Implementations } from '@mreza/rpc'
import { addContact } from './operations/add-contact.ts'
import { addPerson } from './operations/add-person.ts'
import { enrolPerson } from './operations/enrol-person.ts'
import { listImportFaults } from './operations/list-import-faults.ts'
import { listInstitutions } from './operations/list-institutions.ts'
import { listNationalRecords } from './operations/list-national-records.ts'
import { listNationalServices } from './operations/list-national-services.ts'
import { listNetworks } from './operations/list-networks.ts'
import { listPeople } from './operations/list-people.ts'
import { nameOnPaper } from './operations/name-on-paper.ts'
import { namePeople } from './operations/name-people.ts'
import type { Parts } from './operations/parts.ts'
import { readInstitution } from './operations/read-institution.ts'
import { readNetwork } from './operations/read-network.ts'
import { searchDirectory } from './operations/search-directory.ts'
import { verifyContact } from './operations/verify-contact.ts'

/** The table of contents: what the directory answers. */
export const directoryRouter = (parts: Parts): Implementations<typeof directoryOperations> => ({
  listNetworks: listNetworks(parts),
  readNetwork: readNetwork(parts),
  listNationalRecords: listNationalRecords(parts),
  listNationalServices: listNationalServices(parts),
  listImportFaults: listImportFaults(parts),
  listInstitutions: listInstitutions(parts),
  readInstitution: readInstitution(parts),
  nameOnPaper: nameOnPaper(parts),
  namePeople: namePeople(parts),
  listPeople: listPeople(parts),
  searchDirectory: searchDirectory(parts),
  addPerson: addPerson(parts),
  enrolPerson: enrolPerson(parts),
  addContact: addContact(parts),
  verifyContact: verifyContact(parts),
})
