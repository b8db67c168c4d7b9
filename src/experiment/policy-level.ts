/** How far code that users bring as policies is trusted. What each level stops and what not: README, "Own strategies". */

/** From most to least trusted: imported; fenced in a compartment (SES); run by an interpreter of its own (QuickJS). */
export const POLICY_LEVELS = ['trusted', 'fenced', 'untrusted'] as const;

export type PolicyLevel = (typeof POLICY_LEVELS)[number];

/** The level of policies unless the user says otherwise. */
export const USUAL_LEVEL: PolicyLevel = 'fenced';
