import { pictureTypes } from '@yunhui/domain';
import ImagePlus from 'lucide-react/icons/image-plus';
import X from 'lucide-react/icons/x';
import { useRef } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { icon } from '../../../ui/icon.js';
import { Picture } from '../../../ui/picture.js';
import { toast } from '../../../ui/toast.js';
import formStyles from '../form/form.module.css';
import styles from './supplement.module.css';
import { type Bringing, useBringing } from './use-bringing.js';

const mostPictures = 20;

type Props = {
  pictures: readonly string[];
  change: (make: (now: readonly string[]) => string[]) => void;
  /** Nothing is handed in while one is on its way. */
  during: (work: Promise<void>) => void;
};

/** Pictures that are brought here. One that is removed is brought back by one press; one that did not arrive stays until it has, or is let go. */
export function PictureList({ pictures, change, during }: Props) {
  const { t } = useWords();
  const files = useRef<HTMLInputElement>(null);
  const { under, bring, again, drop } = useBringing('supplement', { arrived: (id) => change((now) => [...now, id]), during });
  const field = t('supplement.field.pictures');
  const name = (at: number) => t('supplement.nth', { field, rank: at + 1 });
  const left = mostPictures - pictures.length - under.length;
  const choose = (chosen: readonly File[]) => {
    if (chosen.length > left) toast({ words: t('supplement.pictures.full', { most: mostPictures }) });
    bring(chosen.slice(0, Math.max(0, left)));
  };
  const remove = (at: number) => {
    const removed = pictures[at];
    if (removed === undefined) return;
    change((now) => now.filter((each) => each !== removed));
    toast({
      words: t('supplement.pictures.removed'),
      action: { label: t('form.undo'), act: () => change((now) => (now.includes(removed) ? [...now] : now.toSpliced(at, 0, removed))) },
    });
  };
  return (
    <fieldset className={formStyles.group}>
      <legend>{field}</legend>
      <p className={formStyles.help}>{t('supplement.help.pictures', { most: mostPictures })}</p>
      {pictures.length > 0 ? (
        <ul className={styles.pictures}>
          {pictures.map((picture, at) => (
            <li key={picture}>
              <Picture id={picture} name={name(at)} />
              <button
                type="button"
                className={`${formStyles.small} ${styles.take}`}
                aria-label={`${t('supplement.remove')}：${name(at)}`}
                onClick={() => remove(at)}
              >
                <X {...icon(18)} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {under.map((one) => (
        <Underway key={one.key} one={one} again={() => again(one)} drop={() => drop(one.key)} />
      ))}
      {left > 0 ? (
        <Button look="quiet" className={formStyles.add} onClick={() => files.current?.click()}>
          <ImagePlus {...icon(18)} />
          {t('supplement.pictures.add')}
        </Button>
      ) : null}
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join(',')}
        aria-label={t('supplement.pictures.add')}
        onChange={({ target }) => {
          choose([...(target.files ?? [])]);
          target.value = ''; // the same file may be chosen again
        }}
      />
    </fieldset>
  );
}

type UnderwayProps = { one: Bringing; again: () => void; drop: () => void };

/** A picture on its way, or one that did not arrive. */
function Underway({ one: { file, phase, error }, again, drop }: UnderwayProps) {
  const { t, problem } = useWords();
  const { name } = file;
  if (phase !== 'failed') return <output className={formStyles.help}>{t(`supplement.pictures.${phase}`, { name })}</output>;
  return (
    <div className={styles.failed} role="alert">
      <p>{t('supplement.pictures.failed', { name, why: problem(error, t('supplement.pictures.lost')) })}</p>
      <Button onClick={again}>{t('supplement.pictures.again')}</Button>
      <Button look="quiet" onClick={drop}>
        {t('supplement.pictures.drop')}
      </Button>
    </div>
  );
}
