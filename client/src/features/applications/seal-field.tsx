import { pictureTypes, type Upload } from '@yunhui/contracts';
import { useMutation } from '@tanstack/react-query';
import Stamp from 'lucide-react/icons/stamp';
import { useRef } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { bringPicture } from '../../platform/uploads.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import { icon } from '../../ui/icon.js';
import { Picture } from '../../ui/picture.js';
import styles from './applications.module.css';

type Props = { seal: string | undefined; change: (seal: string) => void };

/** The photo of a unit's seal: taken or chosen, brought at once, and shown as the hub has it. */
export function SealField({ seal, change }: Props) {
  const { t, problem } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: (chosen: File): Promise<Upload> => bringPicture(chosen, 'seal'),
    onSuccess: ({ id }) => change(id),
  });
  return (
    <fieldset className={styles.seal}>
      <legend>{t('apply.seal')}</legend>
      <p className={styles.quiet}>{t('apply.sealHelp')}</p>
      {seal === undefined ? null : <Picture id={seal} name={t('apply.seal')} />}
      <Button busy={bring.isPending} onClick={() => file.current?.click()}>
        <Stamp {...icon(18)} />
        {seal === undefined ? t('apply.addSeal') : t('apply.swapSeal')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept={pictureTypes.join(',')}
        aria-label={t('apply.addSeal')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) bring.mutate(chosen);
          target.value = ''; // the same file may be chosen again
        }}
      />
      {bring.isPending ? <output className={styles.quiet}>{t('apply.sealSending')}</output> : null}
      <Problem>{problem(bring.error, t('apply.sealLost'))}</Problem>
    </fieldset>
  );
}
