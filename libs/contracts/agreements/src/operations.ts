import {
  AgreementId,
  CivilDate,
  InstitutionId,
  LocalizedText,
  mutation,
  NetworkId,
  needs,
  query,
  Reason,
  Sector,
  Slug,
  serviceOnly,
} from '@mreza/contracts-kernel'
import * as z from 'zod'
import { AgreementDetail, AgreementState, AgreementSummary, WhatIsMissing } from './agreement.ts'
import { ConferenceRule } from './conference-rule.ts'
import { InformationRule } from './information-rule.ts'
import { agreementLifeOperations, agreementPaperOperations } from './life-operations.ts'
import { obligationOperations } from './obligation-operations.ts'
import { Procedure } from './procedure.ts'
import { Sha256 } from './signature.ts'
import { AgreementKind, Template } from './template.ts'
import { agreementUploadOperations } from './upload-operations.ts'

const one = z.strictObject({ agreementId: AgreementId })

/** What the agreements service answers. */
export const agreementOperations = {
  /** The library of templates. */
  listTemplates: query(
    needs('agreement.read'),
    z.strictObject({}),
    z.array(z.strictObject({ id: Slug, version: z.string(), kind: AgreementKind, title: LocalizedText, purpose: LocalizedText })),
  ),
  /** One template in full. */
  readTemplate: query(needs('agreement.read'), z.strictObject({ templateId: Slug }), Template),
  /** Agreements of a network, newest first. */
  listAgreements: query(
    needs('agreement.read'),
    z.strictObject({ networkId: NetworkId, states: z.array(AgreementState).optional() }),
    z.array(AgreementSummary),
  ),
  /** One agreement with its text; reasons for declining only to who may read them (AG11). */
  readAgreement: query(needs('agreement.read'), one, AgreementDetail),
  /** Open agreements that wait for the signature of the caller's institution, oldest first. Empty for who is not its head. */
  listAwaitingMySignature: query(needs('agreement.read'), z.strictObject({}), z.array(AgreementSummary)),
  /** Makes a draft from a template (AG1). */
  draftAgreement: mutation(
    needs('agreement.draft'),
    z.strictObject({ networkId: NetworkId, templateId: Slug, partyIds: z.array(InstitutionId).min(1).max(100) }),
    AgreementDetail,
  ),
  /** Replaces the parties of a draft. */
  chooseParties: mutation(
    needs('agreement.draft'),
    z.strictObject({ agreementId: AgreementId, partyIds: z.array(InstitutionId).min(1).max(100) }),
    AgreementDetail,
  ),
  /** Freezes the text and asks the parties to sign by the end of a day, in sixty days unless told (AG2, AG3, AG19). */
  sendAgreement: mutation(
    needs('agreement.send'),
    z.strictObject({ agreementId: AgreementId, signBy: CivilDate.optional() }),
    AgreementDetail,
  ),
  /** Signs for the caller's institution the text of this hash (AG4, AG5); may bring it into force (AG8). */
  signAgreement: mutation(
    needs('agreement.sign'),
    z.strictObject({
      agreementId: AgreementId,
      textHash: Sha256,
      /** What `confirmAct` of identity gave for `sign-agreement` and this hash, at most two minutes ago (AG21). */
      confirmation: z.string().max(2_000),
    }),
    AgreementDetail,
  ),
  /** Declines for the caller's institution with a reason (AG6) and says what follows. */
  declineAgreement: mutation(
    needs('agreement.sign'),
    z.strictObject({ agreementId: AgreementId, reason: Reason }),
    z.strictObject({
      agreement: AgreementDetail,
      follows: z.strictObject({
        /** Can the agreement come into force without this party? */
        canComeIntoForceWithout: z.boolean(),
        /** Duties of this party's sector that bind it only once it signs. */
        dutiesNotBinding: z.array(LocalizedText),
        maySignLater: z.literal(true),
        told: z.array(InstitutionId),
        missing: WhatIsMissing,
      }),
    }),
  ),
  ...obligationOperations,
  ...agreementLifeOperations,
  ...agreementPaperOperations,
  ...agreementUploadOperations,
  /** The executable parts of an agreement that is or was in force (AG10), for the services that run them. */
  readProcedure: query(
    serviceOnly,
    one,
    z.strictObject({
      agreementId: AgreementId,
      networkId: NetworkId,
      title: LocalizedText,
      /** Both `null` for an agreement under which no cases are opened. */
      procedure: Procedure.nullable(),
      conferenceRule: ConferenceRule.nullable(),
      informationRules: z.array(InformationRule),
      parties: z.array(z.strictObject({ institutionId: InstitutionId, sector: Sector, signed: z.boolean() })),
    }),
  ),
}
