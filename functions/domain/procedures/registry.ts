import type { Procedure } from '../procedure.ts';
import { decree56 } from './decree-56-2017.ts';

/** Every procedure version there is or was, by id, date and territory. */
export const procedures: readonly Procedure[] = [decree56];
