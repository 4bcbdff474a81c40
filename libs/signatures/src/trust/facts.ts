import { type BaseBlock, fromBER, ObjectIdentifier, Sequence } from 'asn1js'
import type { RelativeDistinguishedNames } from 'pkijs'
import type { CertificateFacts, QualifiedStatements, SignerName } from '../verdict.ts'
import { serialOf } from './algorithms.ts'
import { type Certificate, fingerprintOf } from './certificate.ts'

const named = { commonName: '2.5.4.3', organisation: '2.5.4.10', serialNumber: '2.5.4.5', country: '2.5.4.6' } as const
const longestName = 300

/** The parts of a name that say who it is. Signs that steer a terminal or turn the direction of writing are left out. */
export function nameOfHolder(name: RelativeDistinguishedNames): SignerName {
  const part = (type: string): string | null => {
    const value: unknown = name.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value
    return typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, longestName) : null
  }
  return {
    commonName: part(named.commonName),
    organisation: part(named.organisation),
    serialNumber: part(named.serialNumber),
    country: part(named.country),
  }
}

export const factsOf = (certificate: Certificate): CertificateFacts => ({
  subject: nameOfHolder(certificate.parsed.subject),
  issuer: nameOfHolder(certificate.parsed.issuer),
  serial: serialOf(certificate.parsed.serialNumber),
  from: certificate.from.toISOString(),
  until: certificate.until.toISOString(),
  sha256: fingerprintOf(certificate),
})

const qualifiedId = '0.4.0.1862.1.1'
const inDeviceId = '0.4.0.1862.1.4'
const typeId = '0.4.0.1862.1.6'
const types: Readonly<Record<string, 'signature' | 'seal' | 'web'>> = {
  '0.4.0.1862.1.6.1': 'signature',
  '0.4.0.1862.1.6.2': 'seal',
  '0.4.0.1862.1.6.3': 'web',
}

/** What ETSI EN 319 412-5 lets a certificate state. Nothing readable is nothing stated. */
export function statementsOf(certificate: Certificate): QualifiedStatements {
  const extension = certificate.parsed.extensions?.find(({ extnID }) => extnID === '1.3.6.1.5.5.7.1.3')
  const statements = extension === undefined ? [] : childrenOf(fromBER(new Uint8Array(extension.extnValue.valueBlock.valueHexView)).result)
  const ids = statements.map((statement) => idOf(childrenOf(statement)[0]))
  const type = statements.find((_statement, index) => ids[index] === typeId)
  return {
    qualified: ids.includes(qualifiedId),
    inDevice: ids.includes(inDeviceId),
    for: childrenOf(childrenOf(type)[1]).flatMap((one) => types[idOf(one)] ?? []),
  }
}

const childrenOf = (block: BaseBlock | undefined): readonly BaseBlock[] => (block instanceof Sequence ? block.valueBlock.value : [])
const idOf = (block: BaseBlock | undefined): string => (block instanceof ObjectIdentifier ? block.valueBlock.toString() : '')
