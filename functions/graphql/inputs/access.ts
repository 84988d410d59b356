import * as z from 'zod';
import type { Appointment, AppWish, PostSeat } from '#app/ports/directory.ts';
import { machineRoles, roles, scopes } from '#domain/directory.ts';
import type { PlainDate } from '#domain/time.ts';
import type {
  AppointOfficerInput,
  ImportUnitsInput,
  RegisterAppInput,
  VacatePostInput,
} from '#schema/generated.ts';
import { id, line, localDate, optional, phone, unitCode, unkept } from './fields.ts';

type UnitImport = {
  readonly csv: string;
  readonly validFrom: PlainDate;
  readonly dryRun: boolean;
  readonly fictional: boolean;
};

/** A list of units to import. */
export const importUnits = z.strictObject({
  csv: z
    .string()
    .min(1)
    .refine((csv) => csv.isWellFormed(), unkept),
  validFrom: localDate,
  dryRun: z.boolean(),
  fictional: z.boolean(),
}) satisfies z.ZodType<UnitImport, ImportUnitsInput>;

/** An officer to put into a post. */
export const appointOfficer = z.strictObject({
  unit: unitCode,
  role: z.enum(roles),
  seat: z.int().min(1).max(50),
  agency: id,
  officer: id,
  email: optional(z.email().max(254)),
  phone: optional(phone),
}) satisfies z.ZodType<Appointment, AppointOfficerInput>;

/** A post to empty. */
export const vacatePost = z.strictObject({ unit: unitCode, post: id }) satisfies z.ZodType<
  PostSeat,
  VacatePostInput
>;

const peopled =
  'People hold posts of this role. A machine stands in for `HOTLINE_111` or `ANALYST`.';
const machineRole = z.enum(roles).refine((role) => machineRoles.includes(role), peopled);
const machine = z.strictObject({ role: machineRole, unit: unitCode, agency: id });

/** An app to register. */
export const registerApp = z
  .strictObject({
    id,
    scopes: z.array(z.enum(scopes)).max(scopes.length),
    disabled: optional(z.boolean()),
    secretSha256: optional(z.string().regex(/^[0-9a-f]{64}$/)),
    purpose: optional(line),
    machine: optional(machine),
  })
  .transform(({ machine: stands, ...app }) => ({
    ...app,
    ...(stands && { machine: stands }),
  })) satisfies z.ZodType<AppWish, RegisterAppInput>;
