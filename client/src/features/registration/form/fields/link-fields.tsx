import type { WantedLink } from '@yunhui/contracts';
import Plus from 'lucide-react/icons/plus';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { Button } from '../../../../ui/button.js';
import { Field } from '../../../../ui/form.js';
import { icon } from '../../../../ui/icon.js';
import { useForm } from '../form.context.js';
import styles from '../form.module.css';

type Props = { links: readonly WantedLink[]; change: (links: WantedLink[]) => void };

/** The streams of a session, best first, each with the last check-up's verdict: another address has none yet. */
export function LinkFields({ links, change }: Props) {
  const { t } = useWords();
  const { LinkCheck } = useForm();
  const put = (at: number, next: WantedLink) => change(links.with(at, next));
  return (
    <>
      <ol className={styles.links}>
        {links.map((link, at) => (
          // A link is its place in the ranking, and has no id before it is published.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <Field label={t('form.link.address', { rank: at + 1 })}>
              <textarea
                rows={2}
                value={link.address}
                maxLength={2_000}
                inputMode="url"
                spellCheck={false}
                placeholder="https://"
                onChange={({ target }) => put(at, { address: target.value, ...(link.label !== undefined && { label: link.label }) })}
              />
            </Field>
            <p className={styles.help}>{link.verdict ? t(`hosting.verdict.${link.verdict}`) : t('form.link.unchecked')}</p>
            <LinkCheck address={link.address} checked={({ address, verdict }) => put(at, { ...link, address, verdict })} />
            <Field label={t('form.link.label', { rank: at + 1 })}>
              <input
                value={link.label ?? ''}
                maxLength={60}
                onChange={({ target }) => put(at, { ...link, label: target.value || undefined })}
              />
            </Field>
            <div className={styles.acts}>
              {at > 0 ? (
                <Button onClick={() => change(links.with(at, links[at - 1] ?? link).with(at - 1, link))}>{t('form.link.raise')}</Button>
              ) : null}
              <Button onClick={() => change(links.toSpliced(at, 1))}>{t('form.link.remove')}</Button>
            </div>
          </li>
        ))}
      </ol>
      {links.length < 6 ? (
        <Button className={styles.add} onClick={() => change([...links, { address: '' }])}>
          <Plus {...icon(18)} />
          {t('form.link.add')}
        </Button>
      ) : null}
    </>
  );
}
