import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { printableWith } from './coverage.ts'
import { readFonts } from './fonts.ts'
import type { TypesetReply, TypesetRequest } from './typesetter-messages.ts'

/** The thread in which documents are set. Fonts are read once; what was set before is forgotten soon. */
const fonts = readFonts()
const printable = printableWith(fonts)
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })

const printableData = (data: string): string =>
  JSON.stringify(JSON.parse(data, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value)))

/** What the typesetter complains of, without the words of the document. */
const faultOf = (told: unknown): string => String(told).replaceAll(/`[^`]*`|"[^"]*"/g, '…')

const typeset = ({ id, template, data }: TypesetRequest): TypesetReply => {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { data: printableData(data) } })
  if (compiled.result === null) return { id, fault: faultOf(JSON.stringify(compiled.takeError()?.shortDiagnostics)) }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
  compiler.evictCache(1)
  return { id, pdf: new Uint8Array(pdf) }
}

const answer = (request: TypesetRequest): TypesetReply => {
  try {
    return typeset(request)
  } catch (cause) {
    return { id: request.id, fault: faultOf(cause) }
  }
}

parentPort?.on('message', (request: TypesetRequest) => parentPort?.postMessage(answer(request)))
