import { useMutation } from '@tanstack/react-query';
import { refusalOf, remove } from '../../../platform/http.js';
import { useDeskWords } from '../use-desk-words.js';
import { useNotSent } from '../use-not-sent.js';
import { useShieldsAgain } from './use-modes.js';

/** One that a colleague has lifted meanwhile, or whose time is over, is lifted as it should be. */
const orIsLifted = (error: unknown): void => {
  if (refusalOf(error)?.code !== 'shield.unknown') throw error;
};

/** Lifts the shield of a scope. */
export function useLiftShield() {
  const { t } = useDeskWords();
  const notSent = useNotSent();
  const lift = useMutation({
    mutationFn: (scope: string) => remove<void>(`/moderation/shields/${scope.toLowerCase()}`).catch(orIsLifted),
    onError: (error, scope) => notSent(error, t('shield.notLifted'), () => lift.mutate(scope)),
    onSettled: useShieldsAgain(),
  });
  return lift;
}
