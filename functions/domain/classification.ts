/**
 * Kinds of child abuse the law names, one of which is the principal one of a case.
 *
 * `TRAFFICKING` is named by the general definition and `OTHER` closes it.
 *
 * @law Law on Children 102/2016/QH13 Art. 4.5–4.9
 */
export const abuseCategories = [
  'VIOLENCE',
  'EXPLOITATION',
  'SEXUAL_ABUSE',
  'ABANDON_NEGLECT',
  'TRAFFICKING',
  'OTHER',
] as const;

/** One principal kind of child abuse. */
export type AbuseCategory = (typeof abuseCategories)[number];

/** Sexes a statistical record may carry; `UNKNOWN` is what was not established at intake. */
export const sexes = ['MALE', 'FEMALE', 'UNKNOWN'] as const;

/** Sex of the child as it was recorded. */
export type Sex = (typeof sexes)[number];

/**
 * Groups of children the procedure serves: abused, at risk of violence, exploitation or
 * abandonment, and in special circumstances.
 *
 * @law Law on Children 102/2016/QH13 Art. 10, 48–50
 */
export const subjectGroups = ['ABUSED', 'AT_RISK', 'SPECIAL_CIRCUMSTANCE'] as const;

/** The group that brought the child into the procedure. */
export type SubjectGroup = (typeof subjectGroups)[number];

/**
 * Age groups of a child, who is a person under sixteen, in completed years.
 *
 * The upper bound is law; the bands inside it are ours until a reporting form fixes them.
 *
 * @law Law on Children 102/2016/QH13 Art. 1
 */
export const ageGroups = ['0-5', '6-9', '10-13', '14-15', 'OVER_15', 'UNKNOWN'] as const;

/** Age group of the child on the day of the incident. */
export type AgeGroup = (typeof ageGroups)[number];

/**
 * Ways in which a report reaches a receiving place.
 *
 * The form of intake knows the first three; the others are counted by the national hotline.
 */
export const channels = [
  'PHONE',
  'IN_PERSON',
  'THIRD_PARTY',
  'APP',
  'PRESS',
  'POST',
  'OFFICIAL_LETTER',
] as const;

/** The way one report came in. */
export type Channel = (typeof channels)[number];
