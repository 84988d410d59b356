import * as z from 'zod';
import type { Appointment } from '#app/ports/directory.ts';
import type { DirectoryActs, PersonnelAct } from '#app/ports/personnel.ts';
import { roles } from '#domain/directory.ts';
import type * as sdl from '#schema/generated.ts';
import {
  dateTime,
  documentNumber,
  id,
  localDate,
  optional,
  phone,
  unitCode,
  unkept,
} from './fields.ts';

const officer = { officer: id };
const app = { app: id };
const seat = { unit: unitCode, post: id };
const stretch = { from: dateTime, until: dateTime };
const email = z.email().max(254);
const nowhere = 'Give an address, a number or both.';
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The SDL's input of each act. */
type Inputs = {
  readonly suspendOfficer: sdl.OfficerInput;
  readonly restoreOfficer: sdl.OfficerInput;
  readonly setContact: sdl.SetContactInput;
  readonly restoreAddress: sdl.OfficerInput;
  readonly linkSubject: sdl.LinkSubjectInput;
  readonly recordLeave: sdl.RecordLeaveInput;
  readonly cancelLeave: sdl.CancelLeaveInput;
  readonly disablePost: sdl.PostInput;
  readonly enablePost: sdl.PostInput;
  readonly delegatePost: sdl.DelegatePostInput;
  readonly revokeDelegation: sdl.RevokeDelegationInput;
  readonly disableApp: sdl.AppInput;
  readonly enableApp: sdl.AppInput;
  readonly addCredential: sdl.AddCredentialInput;
  readonly retireCredential: sdl.RetireCredentialInput;
};

/** What is done to officers, posts and apps. */
export const directoryActs: {
  readonly [Act in PersonnelAct]: z.ZodType<DirectoryActs[Act], Inputs[Act]>;
} = {
  suspendOfficer: z.strictObject(officer),
  restoreOfficer: z.strictObject(officer),
  setContact: z
    .strictObject({ ...officer, email: optional(email), phone: optional(phone) })
    .refine((wish) => wish.email !== null || wish.phone !== null, nowhere),
  restoreAddress: z.strictObject(officer),
  linkSubject: z.strictObject({ ...officer, subject: id }),
  recordLeave: z.strictObject({ ...officer, ...stretch }),
  cancelLeave: z.strictObject({ ...officer, from: dateTime }),
  disablePost: z.strictObject(seat),
  enablePost: z.strictObject(seat),
  delegatePost: z.strictObject({ ...seat, to: id, ...stretch, document: documentNumber }),
  revokeDelegation: z.strictObject({ ...seat, from: dateTime }),
  disableApp: z.strictObject(app),
  enableApp: z.strictObject(app),
  addCredential: z.strictObject({
    ...app,
    credential: id,
    secretSha256: sha256,
    expiresAt: optional(dateTime),
  }),
  retireCredential: z.strictObject({ ...app, credential: id }),
};

const backwards = 'The last day lies before the first.';

/** Days of the log; one alone is the first and the last. */
export const logDays = z
  .strictObject({ from: localDate, to: optional(localDate) })
  .transform(({ from, to }) => ({ from, to: to ?? from }))
  .refine(({ from, to }) => from <= to, { message: backwards, path: ['to'] });

/** A list of officers to import. */
export const importOfficers = z.strictObject({
  csv: z
    .string()
    .min(1)
    .refine((csv) => csv.isWellFormed(), unkept),
  dryRun: z.boolean(),
}) satisfies z.ZodType<{ readonly csv: string; readonly dryRun: boolean }, sdl.ImportOfficersInput>;

/** Columns of a list of officers, in their order. */
export const officerColumns = [
  'unit',
  'role',
  'seat',
  'agency',
  'officer',
  'email',
  'phone',
] as const;
/** Columns of a list without telephones. */
export const columnsWithoutPhone = officerColumns.slice(0, -1);

// A program for tables would take such a cell for something to calculate.
const isFormula = (cell: string): boolean => /^[=+\-@]/.test(cell);
const formula = 'A cell may not begin with =, +, - or @.';
const listedId = id.refine((cell) => !isFormula(cell), formula);
const empty = z.literal('').transform(() => null);

/** Rows of a list of officers. */
export const officerRows = z
  .array(
    z.strictObject({
      unit: unitCode,
      role: z
        .string()
        // Some letters that only look like these turn into them.
        .regex(/^\w*$/)
        .transform((role) => role.toUpperCase())
        .pipe(z.enum(roles)),
      seat: z
        .string()
        .regex(/^([1-9]|[1-4]\d|50)?$/)
        .transform((seat) => (seat === '' ? 1 : Number(seat))),
      agency: listedId,
      officer: listedId,
      email: z.union([empty, email.refine((cell) => !isFormula(cell), formula)]),
      // The sign before a number would be a formula: in a list it is left out.
      phone: z
        .union([
          empty,
          z
            .string()
            .transform((cell) => `+${cell}`)
            .pipe(phone),
        ])
        .default(null),
    }),
  )
  .min(1)
  .max(500) satisfies z.ZodType<Appointment[]>;
