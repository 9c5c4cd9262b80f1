import type { addressFields } from '@yunhui/domain';
import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { toast } from '../../../ui/toast.js';
import formStyles from '../form/form.module.css';

const mostAddresses = 10;

type Props = {
  field: (typeof addressFields)[number];
  addresses: readonly string[];
  change: (make: (now: readonly string[]) => string[]) => void;
};

/** Addresses, one a line. One that is removed is brought back by one press. */
export function AddressList({ field, addresses, change }: Props) {
  const { t } = useWords();
  const label = t(`supplement.field.${field}`);
  const name = (at: number) => t('supplement.nth', { field: label, rank: at + 1 });
  const remove = (at: number) => {
    const removed = addresses[at];
    change((now) => now.toSpliced(at, 1));
    if (!removed) return;
    toast({ words: t('supplement.removed'), action: { label: t('form.undo'), act: () => change((now) => now.toSpliced(at, 0, removed)) } });
  };
  return (
    <fieldset className={formStyles.group}>
      <legend>{label}</legend>
      <p className={formStyles.help}>{t(`supplement.help.${field}`)}</p>
      {addresses.map((address, at) => (
        // Addresses have no ids of their own, and only their place tells two alike apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={formStyles.row}>
          <input
            aria-label={name(at)}
            value={address}
            maxLength={500}
            inputMode="url"
            spellCheck={false}
            placeholder="https://"
            onChange={({ target }) => change((now) => now.with(at, target.value))}
          />
          <button
            type="button"
            className={formStyles.small}
            aria-label={`${t('supplement.remove')}：${name(at)}`}
            onClick={() => remove(at)}
          >
            <X {...icon(18)} />
          </button>
        </div>
      ))}
      {addresses.length < mostAddresses ? (
        <Button look="quiet" className={formStyles.add} onClick={() => change((now) => [...now, ''])}>
          <Plus {...icon(18)} />
          {t('supplement.add', { field: label })}
        </Button>
      ) : null}
    </fieldset>
  );
}
