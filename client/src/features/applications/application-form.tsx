import type { RegionName, UnitApplication, UnitType } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Field, Form, Problem } from '../../ui/form.js';
import { PictureField } from '../../ui/picture-field.js';
import { RegionField } from '../../ui/region-field.js';
import { toast } from '../../ui/toast.js';
import styles from './applications.module.css';
import { unitTypes } from './options.js';
import { useApplying } from './use-applications.js';

type Props = { application?: UnitApplication; close: () => void };

/** A unit that the registry does not have: new, or as it should have been. What is written stays until it has arrived. */
export function ApplicationForm({ application, close }: Props) {
  const { t, problem } = useWords();
  const { apply, correct } = useApplying();
  const [name, setName] = useState(application?.unit.name ?? '');
  const [type, setType] = useState<UnitType>(application?.unit.type ?? 'association');
  const [region, setRegion] = useState<RegionName | undefined>(application?.unit.region);
  const [note, setNote] = useState(application?.note ?? '');
  const [seal, setSeal] = useState(application?.seal);
  const send = () => {
    if (!region || seal === undefined) return;
    const wanted = { name, type, region: region.key, note, seal };
    const done = () => {
      toast({ words: t('apply.sent') });
      close();
    };
    if (application) correct.mutate({ ...wanted, id: application.id, version: application.version }, { onSuccess: done });
    else apply.mutate(wanted, { onSuccess: done });
  };
  return (
    <Form send={send}>
      <Field label={t('apply.name')}>
        <input required minLength={4} maxLength={100} value={name} onChange={({ target }) => setName(target.value)} />
      </Field>
      <p className={styles.quiet}>{t('apply.nameHelp')}</p>
      <Field label={t('apply.type')}>
        <select value={type} onChange={({ target }) => setType(unitTypes.find((one) => one === target.value) ?? type)}>
          {unitTypes.map((one) => (
            <option key={one} value={one}>
              {t(`apply.type.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <RegionField label={t('apply.region')} region={region} choose={setRegion} />
      <Field label={t('apply.note')}>
        <textarea rows={3} maxLength={500} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <PictureField
        legend={t('apply.seal')}
        help={t('apply.sealHelp')}
        kind="seal"
        picture={seal}
        words={{ add: t('apply.addSeal'), swap: t('apply.swapSeal'), sending: t('apply.sealSending'), lost: t('apply.sealLost') }}
        change={setSeal}
      />
      <Problem>{problem(apply.error ?? correct.error, t('apply.notSent'))}</Problem>
      <div className={styles.acts}>
        <Button type="submit" look="primary" busy={apply.isPending || correct.isPending} disabled={!region || seal === undefined}>
          {application ? t('apply.again') : t('apply.send')}
        </Button>
        {region && seal !== undefined ? null : <p className={styles.quiet}>{t('apply.lacking')}</p>}
      </div>
    </Form>
  );
}
