import { reaction } from '@mreza/bus'
import { networkRegistered } from '@mreza/contracts-directory'
import type { Trx } from '@mreza/db'
import { hearOf } from '../store/networks.ts'
import type { Tables } from '../store/tables.ts'

/** A network exists: from now on nothing counted in it means zero (MO4). */
export const onNetworkRegistered = reaction(networkRegistered, (trx: Trx<Tables>, { at, data }) => hearOf(trx, data.networkId, at))
