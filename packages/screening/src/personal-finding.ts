/** What a person could be found by, where it stands in the original, and whether it was written so that only people read it. */
export type PersonalFinding = { kind: 'phone' | 'identity' | 'email'; start: number; end: number; isDisguised: boolean };
