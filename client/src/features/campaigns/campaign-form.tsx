import { type CampaignWords, type DeskCampaign, ownWindow, type RegionName } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Field, Form, Problem } from '../../ui/form.js';
import { RegionField } from '../../ui/region-field.js';
import { toast } from '../../ui/toast.js';
import styles from './campaigns.module.css';
import { clockOf, minutesOf } from './campaigns.rules.js';
import { useCampaignActs } from './use-campaign-desk.js';

type Props = { campaign?: DeskCampaign; all: readonly DeskCampaign[]; mayOpenOutermost: boolean; close: () => void };

/** A campaign: new, or what it says of itself otherwise. What is written stays until it has arrived. */
export function CampaignForm({ campaign, all, mayOpenOutermost, close }: Props) {
  const { t, pick, problem } = useWords();
  const { open, change } = useCampaignActs();
  const own = campaign?.windows.find(({ key }) => key === ownWindow) ?? campaign?.windows[0];
  const [place, setPlace] = useState({ slug: '', parent: mayOpenOutermost ? '' : (all[0]?.slug ?? '') });
  const [region, setRegion] = useState<RegionName>();
  const [said, setSaid] = useState({
    name: campaign?.name ?? '',
    nameEn: campaign?.nameEn ?? '',
    theme: campaign?.theme ?? '',
    from: own?.from ?? '',
    to: own?.to ?? '',
    opens: clockOf(campaign?.serviceHours.from ?? 480),
    ends: clockOf(campaign?.serviceHours.to ?? 1_320),
  });
  const say = (part: Partial<typeof said>) => setSaid((now) => ({ ...now, ...part }));
  const send = () => {
    const { name, nameEn, theme, from, to, opens, ends } = said;
    const words: CampaignWords = { name, nameEn, theme, days: { from, to }, serviceHours: { from: minutesOf(opens), to: minutesOf(ends) } };
    const done = () => {
      toast({ words: t(campaign ? 'campaigns.changed' : 'campaigns.opened', { name }) });
      close();
    };
    if (campaign) return change.mutate({ slug: campaign.slug, said: words }, { onSuccess: done });
    const { slug, parent } = place;
    if (!region) return undefined;
    return open.mutate({ ...words, slug, region: region.key, ...(parent && { parent }) }, { onSuccess: done });
  };
  const text = (part: 'name' | 'nameEn' | 'theme', most: number, required = true) => (
    <Field label={t(`campaigns.${part}`)}>
      <input required={required} maxLength={most} value={said[part]} onChange={({ target }) => say({ [part]: target.value })} />
    </Field>
  );
  const timed = (part: 'from' | 'to' | 'opens' | 'ends', type: 'date' | 'time') => (
    <Field label={t(`campaigns.${part}`)}>
      <input required type={type} value={said[part]} onChange={({ target }) => say({ [part]: target.value })} />
    </Field>
  );
  return (
    <Form send={send}>
      {text('name', 60)}
      {text('nameEn', 120)}
      {text('theme', 60, false)}
      {campaign ? null : (
        <>
          <Field label={t('campaigns.slug')}>
            <input
              required
              pattern="[a-z0-9\-]{1,64}"
              autoCapitalize="none"
              spellCheck={false}
              value={place.slug}
              onChange={({ target }) => setPlace((now) => ({ ...now, slug: target.value }))}
            />
          </Field>
          <p className={styles.quiet}>{t('campaigns.slugHelp')}</p>
          <Field label={t('campaigns.parent')}>
            <select value={place.parent} onChange={({ target }) => setPlace((now) => ({ ...now, parent: target.value }))}>
              {mayOpenOutermost ? <option value="">{t('campaigns.outermost')}</option> : null}
              {all.map(({ slug, name, nameEn }) => (
                <option key={slug} value={slug}>
                  {pick(name, nameEn)}
                </option>
              ))}
            </select>
          </Field>
          <RegionField label={t('campaigns.region')} region={region} choose={setRegion} />
        </>
      )}
      <div className={styles.pair}>
        {timed('from', 'date')}
        {timed('to', 'date')}
      </div>
      <div className={styles.pair}>
        {timed('opens', 'time')}
        {timed('ends', 'time')}
      </div>
      <p className={styles.quiet}>{t('campaigns.hoursHelp')}</p>
      <Problem>{problem(open.error ?? change.error, t('campaigns.notSent'))}</Problem>
      <Button type="submit" look="primary" busy={open.isPending || change.isPending} disabled={!campaign && !region}>
        {t(campaign ? 'campaigns.save' : 'campaigns.open')}
      </Button>
    </Form>
  );
}
