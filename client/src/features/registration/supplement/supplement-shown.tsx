import type { SupplementContent } from '@yunhui/contracts';
import { addressFields, isEvidence } from '@yunhui/domain';
import type { ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { pictureAddress } from '../../../platform/uploads.js';
import { Picture } from '../../../ui/picture.js';
import styles from './supplement.module.css';

/** What was supplemented, to be read. The list is there for whom the hub gives it to. */
export function SupplementShown({ content }: { content: SupplementContent }) {
  const { t } = useWords();
  const none = t('supplement.none');
  return (
    <dl className={styles.shown}>
      <Line name={t('supplement.field.summary')}>{content.summary ? <p>{content.summary}</p> : none}</Line>
      <Line name={t('supplement.field.pictures')}>
        {content.pictures.length === 0 ? (
          none
        ) : (
          <ul className={styles.pictures}>
            {content.pictures.map((picture, at) => (
              <li key={picture}>
                <a href={pictureAddress(picture, 1_280)} target="_blank" rel="noopener">
                  <Picture id={picture} name={t('supplement.nth', { field: t('supplement.field.pictures'), rank: at + 1 })} />
                </a>
              </li>
            ))}
          </ul>
        )}
      </Line>
      {addressFields.map((field) => {
        const addresses = content[field].filter((address) => address.trim() !== '');
        return (
          <Line key={field} name={t(`supplement.field.${field}`)}>
            {addresses.length === 0 ? none : addresses.map((address) => <Evidence key={address} address={address} />)}
          </Line>
        );
      })}
      <Line name={t('supplement.field.scienceWorkers')}>{content.scienceWorkers ?? none}</Line>
      {content.workerList ? (
        <Line name={t('supplement.field.workerList')}>
          <p>{content.workerList}</p>
        </Line>
      ) : null}
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Only what is an address of the web is led to. */
function Evidence({ address }: { address: string }) {
  if (!isEvidence(address)) return <span>{address}</span>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {address}
    </a>
  );
}
