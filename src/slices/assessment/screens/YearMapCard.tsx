import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { type CriteriaSet, checkYearMap, suggestYearMap, type YearMapRefusal } from '../../criteria/index.ts';
import { isAbout, linkOf, type TypedLink, typeLink } from '../rules/year-links.ts';
import './leaf/leaf.css';

type YearMapProps = { older: CriteriaSet; newer: CriteriaSet; data: GetIndexAnswer };

/** Who kept the map of the two years and when; opened, it can be changed line by line. */
export function YearMapCard({ older, newer, data }: YearMapProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const [isOpen, setOpen] = useState(false);
  const { year } = data;
  const query = useQuery({
    queryKey: ['year-map', year],
    queryFn: ({ signal }) => api.getYearMap({ query: { year }, signal }),
  });
  const map = query.data?.map;
  return (
    <Card
      title={t('map.title', { last: year - 1, year })}
      more={
        mayChange ? (
          <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t('map.close') : t('map.open')}
          </Button>
        ) : null
      }
    >
      <p className="soft">
        {map ? t('map.keptBy', { name: map.changedName, moment: momentText(map.changedAt) }) : t('map.suggested')}
      </p>
      {isOpen ? <Editor older={older} newer={newer} data={data} onDone={() => setOpen(false)} /> : null}
    </Card>
  );
}

function Editor({ older, newer, data, onDone }: YearMapProps & { onDone: () => void }) {
  const t = useTexts();
  const [lines, setLines] = useState<readonly TypedLink[]>(data.carried.map(({ link }) => typeLink(link)));
  const links = lines.flatMap((line) => linkOf(line) ?? []);
  const faults = checkYearMap(older, newer, links);
  const saving = useMutation({
    mutationFn: () =>
      api.saveYearMap({
        body: { year: data.year, links: links.map(({ kind, from, to }) => ({ kind, from: [...from], to: [...to] })) },
      }),
    onSuccess: onDone,
  });
  const change = (at: number, part: Partial<TypedLink>) =>
    setLines(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
  return (
    <div className="stack">
      <Faults faults={faults} />
      <table className="table">
        <caption className="visually-hidden">{t('map.title', { last: data.year - 1, year: data.year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.codeOf', { year: data.year - 1 })}</th>
            <th scope="col">{t('results.codeOf', { year: data.year })}</th>
            <th scope="col">{t('results.became')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is typed
            <Line key={at} number={at + 1} line={line} faults={faults} onChange={(part) => change(at, part)} />
          ))}
        </tbody>
      </table>
      <div className="form-buttons">
        <Button onClick={() => setLines([...lines, { from: '', to: '', isMoved: false }])}>{t('map.add')}</Button>
        <Button onClick={() => setLines(suggestYearMap(older, newer).map(typeLink))}>{t('map.again')}</Button>
        <Button type="primary" disabled={faults.length > 0} loading={saving.isPending} onClick={() => saving.mutate()}>
          {t('map.save')}
        </Button>
      </div>
      {saving.error ? <Notice tone="late">{saving.error.message}</Notice> : null}
    </div>
  );
}

function Faults({ faults }: { faults: readonly YearMapRefusal[] }) {
  const t = useTexts();
  if (faults.length === 0) return <Notice tone="good">{t('map.whole')}</Notice>;
  return (
    <Notice tone="late">
      <p>{t('map.faults', { count: faults.length })}</p>
      <ul>
        {faults.slice(0, 12).map((fault) => (
          <li key={fault.code === 'wrong-kind' ? `${fault.link.from} ${fault.link.to}` : `${fault.code} ${fault.leaf}`}>
            {fault.code === 'wrong-kind'
              ? t('map.wrongKind', { from: fault.link.from.join(', '), to: fault.link.to.join(', ') })
              : t(`map.fault.${fault.code}`, { leaf: fault.leaf })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type LineProps = {
  number: number;
  line: TypedLink;
  faults: readonly YearMapRefusal[];
  onChange: (part: Partial<TypedLink>) => void;
};

function Line({ number, line, faults, onChange }: LineProps) {
  const t = useTexts();
  const link = linkOf(line);
  const isWrong = faults.some((fault) => isAbout(fault, link));
  const isOneToOne = link?.kind === 'same' || link?.kind === 'moved';
  return (
    <tr>
      {(['from', 'to'] as const).map((side) => (
        <td key={side}>
          <input
            className="input"
            aria-label={t(side === 'from' ? 'map.fromLine' : 'map.toLine', { number })}
            aria-invalid={isWrong}
            value={line[side]}
            onChange={(event) => onChange({ [side]: event.target.value })}
          />
        </td>
      ))}
      <td>
        {isOneToOne ? (
          <label className="nowrap">
            <input
              type="checkbox"
              checked={line.isMoved}
              onChange={(event) => onChange({ isMoved: event.target.checked })}
            />{' '}
            {t(`results.kind.${line.isMoved ? 'moved' : 'same'}`)}
          </label>
        ) : link ? (
          <StatusTag tone="teal">{t(`results.kind.${link.kind}`)}</StatusTag>
        ) : null}
      </td>
    </tr>
  );
}
