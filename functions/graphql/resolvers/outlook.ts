import type { Resolvers } from '#schema/generated.ts';
import { forecastOf, simulatePolicy } from '../outlook.ts';

/** What is going to be due, and what another limit would do to that. */
export const outlook = {
  Query: { forecast: forecastOf, simulatePolicy },
  AgencyForecast: {
    unitCode: ({ unit }) => unit,
  },
  AgencyChange: {
    unitCode: ({ unit }) => unit,
  },
  LadderLoad: {
    reminders: ({ REMINDER }) => REMINDER,
    breaches: ({ BREACH }) => BREACH,
    escalations: ({ ESCALATION }) => ESCALATION,
  },
} satisfies Resolvers;
