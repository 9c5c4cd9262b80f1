import type { Campaign, FilingCard, FilingUnits } from '@yunhui/contracts';
import { useState } from 'react';
import { homeCampaign } from '../../../platform/home-campaign.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Field, Form, Problem } from '../../../ui/form.js';
import { Sheet } from '../../../ui/sheet.js';
import { useFilingSteps } from '../use-filings.js';

type Props = {
  units: FilingUnits['items'];
  campaigns: readonly Campaign[];
  copyOf: FilingCard | undefined;
  close: () => void;
  open: (id: string) => void;
};

/** For which unit and campaign something is filed; an older filing may be what it begins with. */
export function BeginSheet({ units, campaigns, copyOf, close, open }: Props) {
  const { t, pick, problem } = useWords();
  const { begin } = useFilingSteps();
  const [organization, setOrganization] = useState(copyOf?.organization.key ?? units[0]?.key ?? '');
  const [campaign, setCampaign] = useState(copyOf?.campaign ?? homeCampaign());
  const send = () => begin.mutate({ organization, campaign, ...(copyOf && { copyOf: copyOf.id }) }, { onSuccess: ({ id }) => open(id) });
  const title = copyOf ? t('form.begin.copyTitle', { title: copyOf.title || t('form.list.untitled') }) : t('form.begin.title');
  return (
    <Sheet title={title} close={close}>
      <Form send={send}>
        {copyOf ? <p>{t('form.begin.copyBody')}</p> : null}
        <Field label={t('form.begin.unit')}>
          <select value={organization} onChange={({ target }) => setOrganization(target.value)}>
            {units.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('form.begin.campaign')}>
          <select value={campaign} onChange={({ target }) => setCampaign(target.value)}>
            {campaigns.map(({ slug, name, nameEn }) => (
              <option key={slug} value={slug}>
                {pick(name, nameEn)}
              </option>
            ))}
          </select>
        </Field>
        <Problem>{problem(begin.error, t('form.begin.failed'))}</Problem>
        <Button type="submit" look="primary" busy={begin.isPending} disabled={!organization || !campaign}>
          {t('form.begin.begin')}
        </Button>
      </Form>
    </Sheet>
  );
}
