import type { Person } from '@mreza/contracts-directory'
import { InstitutionId, PersonId } from '@mreza/contracts-kernel'
import { describe, expect, it } from 'vitest'
import { emptyInvite, readInvite } from './invite-draft.ts'

const institutionId = InstitutionId.parse('019a0000-0000-7000-8000-000000000001')
const person: Person = {
  id: PersonId.parse('019a0000-0000-7000-8000-000000000002'),
  institutionId,
  displayName: { srLatn: 'Ana Đurić', srCyrl: 'Ана Ђурић' },
  jobTitle: { en: 'Nurse', srLatn: 'Medicinska sestra', srCyrl: 'Медицинска сестра' },
  isHead: false,
}
const filled = {
  ...emptyInvite,
  institutionId,
  name: ' Љубица Џамић ',
  jobTitle: 'socijalna radnica',
  jobTitleEn: 'Social worker',
  email: ' Ljubica@Primer.rs',
}

describe('an invitation being written', () => {
  it('stands in both scripts, whichever was typed, with the address as accounts are known by it', () => {
    expect(readInvite(filled, [])).toEqual({
      request: {
        institutionId,
        displayName: { srLatn: 'Ljubica Džamić', srCyrl: 'Љубица Џамић' },
        jobTitle: { en: 'Social worker', srLatn: 'socijalna radnica', srCyrl: 'социјална радница' },
        email: 'ljubica@primer.rs',
        roles: ['practitioner'],
      },
    })
  })

  it('takes name and title of who is in the directory, whatever stood in the fields', () => {
    expect(readInvite({ ...filled, whom: person.id }, [person])).toMatchObject({
      request: { personId: person.id, displayName: person.displayName, jobTitle: person.jobTitle },
    })
  })

  it('names every field that is missing or wrong', () => {
    const read = readInvite({ ...emptyInvite, email: 'nobody', roles: [] }, [])
    expect(read).toEqual({ wrong: new Set(['name', 'jobTitle', 'jobTitleEn', 'institutionId', 'email', 'roles']) })
    expect(readInvite({ ...emptyInvite, whom: person.id, institutionId, email: 'a@b.rs' }, [person])).not.toHaveProperty('wrong')
  })
})
