import type * as z from 'zod'

/** Who may call an operation at all: the first wall. What they may do with one resource the service decides, and the rows after it. */
export type OperationAccess<Capability extends string = string> =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'capability'; readonly capability: Capability }
  /** Only another service of ours, with its own token; the gateway never forwards to it. */
  | { readonly kind: 'service' }

/** One operation as the parts have agreed on it: the service implements it, the gateway forwards to it, the workspace calls it. */
export interface Operation<
  Kind extends 'query' | 'mutation' | 'subscription' = 'query' | 'mutation' | 'subscription',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind
  readonly access: OperationAccess
  readonly input: Input
  readonly output: Output
  /** The most bytes of its request, for an operation that takes a file; the others keep to the bound of every call. */
  readonly largest?: number
}

/** The operations of a service by name: `verbNoun`, the same name at every layer, and the file name of its implementation. */
export type Contract = Readonly<Record<string, Operation>>

export const isPublic: OperationAccess = { kind: 'public' }
export const signedIn: OperationAccess = { kind: 'signed-in' }
export const serviceOnly: OperationAccess = { kind: 'service' }
export const needs = <Capability extends string>(capability: Capability): OperationAccess<Capability> => ({
  kind: 'capability',
  capability,
})

/** Declares a read. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  access: OperationAccess,
  input: I,
  output: O,
): Operation<'query', I, O> => ({ kind: 'query', access, input, output })
/** Declares a change. Its answer comes only after the commit. One that takes a file says how many bytes its request may have. */
export const mutation = <I extends z.ZodType, O extends z.ZodType>(
  access: OperationAccess,
  input: I,
  output: O,
  largest?: number,
): Operation<'mutation', I, O> => ({ kind: 'mutation', access, input, output, ...(largest === undefined ? {} : { largest }) })
/** Declares a stream of answers that ends when the caller leaves or loses the right. */
export const subscription = <I extends z.ZodType, O extends z.ZodType>(
  access: OperationAccess,
  input: I,
  output: O,
): Operation<'subscription', I, O> => ({ kind: 'subscription', access, input, output })
