import { useWords } from '../../platform/i18n/use-words.js';
import { Field } from '../../ui/form.js';

/** One's own password once more, before another way in is laid: whoever only found this page open has none. */
export function PasswordAgain({ value, change }: { value: string; change: (value: string) => void }) {
  const { t } = useWords();
  return (
    <Field label={t('ways.password')}>
      <input
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={500}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </Field>
  );
}
