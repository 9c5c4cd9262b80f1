import { useWords } from '../../../platform/i18n/use-words.js';
import { Field } from '../../../ui/form.js';

/** The code that was sent: phones offer it to be filled in by a tap. */
export function CodeField({ value, change }: { value: string; change: (value: string) => void }) {
  const { t } = useWords();
  return (
    <Field label={t('phone.code')}>
      <input
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={12}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </Field>
  );
}

export function PhoneField({ value, change }: { value: string; change: (value: string) => void }) {
  const { t } = useWords();
  return (
    <Field label={t('phone.number')}>
      <input
        name="phone"
        type="tel"
        autoComplete="tel"
        required
        maxLength={40}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </Field>
  );
}
