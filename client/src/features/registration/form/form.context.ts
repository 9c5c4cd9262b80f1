import type { ActivityForm, FilingFinding, FormField, LinkVerdict, ReturnReason } from '@yunhui/contracts';
import { type ComponentType, createContext, useContext } from 'react';

/** The check-up of an address, which another feature brings: it tells the verdict, and the address that was found in what was pasted. */
export type LinkCheck = ComponentType<{ address: string; checked: (outcome: { address: string; verdict: LinkVerdict }) => void }>;

/** Parts to put in; what is done later is worked out on the form as it is then. */
export type Change = Partial<ActivityForm> | ((form: ActivityForm) => Partial<ActivityForm>);

/** The form as it is written, and what is said of its parts. */
export type FormInHand = {
  form: ActivityForm;
  edit: (change: Change) => void;
  findings: readonly FilingFinding[];
  reasons: readonly ReturnReason[];
  LinkCheck: LinkCheck;
};

export const FormContext = createContext<FormInHand | undefined>(undefined);

export function useForm(): FormInHand {
  const form = useContext(FormContext);
  if (!form) throw new Error('a part of the form outside of it');
  return form;
}

/** What is said of a part of the form; of one of a list, `at` is which. */
export function useSaid(field: FormField, at?: string | number): readonly FilingFinding[] {
  return useForm().findings.filter((finding) => finding.field === field && finding.at === at);
}
