import type { Upload, UploadKind } from '@yunhui/contracts';
import { pictureTypes } from '@yunhui/domain';
import { useMutation } from '@tanstack/react-query';
import ImagePlus from 'lucide-react/icons/image-plus';
import { useRef } from 'react';
import { useWords } from '../platform/i18n/use-words.js';
import { bringPicture } from '../platform/uploads.js';
import { Button } from './button.js';
import { Problem } from './form.js';
import { icon } from './icon.js';
import { Picture } from './picture.js';
import styles from './picture-field.module.css';

type Props = {
  legend: string;
  help: string;
  kind: UploadKind;
  picture: string | undefined;
  words: { add: string; swap: string; sending: string; lost: string };
  change: (picture: string) => void;
  /** Where there may be none. */
  remove?: { label: string; act: () => void };
};

/** One picture: taken or chosen, brought at once, and shown as the hub has it. */
export function PictureField({ legend, help, kind, picture, words, change, remove }: Props) {
  const { problem } = useWords();
  const file = useRef<HTMLInputElement>(null);
  const bring = useMutation({
    mutationFn: (chosen: File): Promise<Upload> => bringPicture(chosen, kind),
    onSuccess: ({ id }) => change(id),
  });
  return (
    <fieldset className={styles.field}>
      <legend>{legend}</legend>
      <p className={styles.quiet}>{help}</p>
      {picture === undefined ? null : <Picture id={picture} name={legend} />}
      <div className={styles.acts}>
        <Button busy={bring.isPending} onClick={() => file.current?.click()}>
          <ImagePlus {...icon(18)} />
          {picture === undefined ? words.add : words.swap}
        </Button>
        {picture !== undefined && remove ? (
          <Button look="quiet" onClick={remove.act}>
            {remove.label}
          </Button>
        ) : null}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept={pictureTypes.join(',')}
        aria-label={words.add}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen) bring.mutate(chosen);
          target.value = ''; // the same file may be chosen again
        }}
      />
      {bring.isPending ? <output className={styles.quiet}>{words.sending}</output> : null}
      <Problem>{problem(bring.error, words.lost)}</Problem>
    </fieldset>
  );
}
