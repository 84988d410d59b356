import * as z from 'zod';
import { emergencyGrounds } from '#domain/case/terms.ts';
import type {
  AssessInitiallyInput,
  AssessNeedsInput,
  LowerEmergencyInput,
  RaiseEmergencyInput,
  RecordMeetingInput,
} from '#schema/generated.ts';
import { filed } from '../papers.ts';
import { type Ask, ask } from './ask.ts';
import { caseAct, line, optional, text } from './fields.ts';
import { questionnaire } from './questionnaire.ts';

/** The initial assessment on Form 02. */
export const assessInitially = z
  .strictObject({ ...caseAct, seriousHarm: z.boolean(), form: optional(questionnaire) })
  .transform(({ seriousHarm, form, ...head }) =>
    ask('assessInitially', head, { seriousHarm, papers: filed({ FORM02: form }) }),
  ) satisfies z.ZodType<Ask<'assessInitially'>, AssessInitiallyInput>;

/** An emergency found outside Form 02 or after it. */
export const raiseEmergency = z
  .strictObject({ ...caseAct, ground: z.enum(emergencyGrounds) })
  .transform(({ ground, ...head }) => ask('raiseEmergency', head, { ground })) satisfies z.ZodType<
  Ask<'raiseEmergency'>,
  RaiseEmergencyInput
>;

/** The end of an emergency. */
export const lowerEmergency = z
  .strictObject({ ...caseAct, raisedInError: z.boolean() })
  .transform(({ raisedInError, ...head }) =>
    ask('lowerEmergency', head, { raisedInError }),
  ) satisfies z.ZodType<Ask<'lowerEmergency'>, LowerEmergencyInput>;

/** The specific assessment on Form 03. */
export const assessNeeds = z
  .strictObject({ ...caseAct, planNeeded: z.boolean(), form: optional(questionnaire) })
  .transform(({ planNeeded, form, ...head }) =>
    ask('assessNeeds', head, { planNeeded, papers: filed({ FORM03: form }) }),
  ) satisfies z.ZodType<Ask<'assessNeeds'>, AssessNeedsInput>;

const minutes = z.strictObject({ participants: z.array(line).max(50), text });

/** The meeting with all concerned. */
export const recordMeeting = z
  .strictObject({ ...caseAct, minutes: optional(minutes) })
  .transform(({ minutes: held, ...head }) =>
    ask('recordMeeting', head, { papers: filed({ MINUTES: held }) }),
  ) satisfies z.ZodType<Ask<'recordMeeting'>, RecordMeetingInput>;
