import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { dayText } from '../../../../web/ui/moments.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { Leaf } from '../../../criteria/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { EvidenceDialog } from './EvidenceDialog.tsx';

type Piece = IndexOnScreen['data']['evidence'][number];
type EvidenceProps = { index: IndexOnScreen; leaf: Leaf };

/** Pieces that prove a leaf; `wanted` null: beside what the set asks for. */
export function piecesOf(pieces: readonly Piece[], leafCode: string, wanted: number | null): Piece[] {
  return pieces.filter(({ leaves }) => leaves.some((one) => one.leafCode === leafCode && one.wanted === wanted));
}

/** What the set asks for, there or missing, and what else was handed in. */
export function EvidenceCard({ index, leaf }: EvidenceProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const [wanted, setWanted] = useState<number | null | undefined>();
  const { evidence } = index.data;
  const others = piecesOf(evidence, leaf.code, null);
  return (
    <Card
      title={t('leaf.evidence')}
      more={
        mayChange ? (
          <Button type="link" size="small" onClick={() => setWanted(null)}>
            {t('leaf.evidenceAdd')}
          </Button>
        ) : null
      }
    >
      {leaf.evidence.length || others.length ? null : <p className="soft">{t('leaf.evidenceNone')}</p>}
      <ul className="things">
        {leaf.evidence.map((asked, at) => {
          const pieces = piecesOf(evidence, leaf.code, at);
          return (
            <li key={asked}>
              <StatusTag tone={pieces.length ? 'good' : 'late'}>
                {pieces.length ? t('leaf.evidenceThere') : t('leaf.evidenceMissing')}
              </StatusTag>
              <div>
                <div className="things-title">{asked}</div>
                {pieces.map((piece) => (
                  <PieceLine key={piece.evidenceId} piece={piece} leafCode={leaf.code} />
                ))}
                {pieces.length === 0 && mayChange ? (
                  <Button type="link" size="small" onClick={() => setWanted(at)}>
                    {t('leaf.evidenceAddThis')}
                    <span className="visually-hidden">: {asked}</span>
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
        {others.map((piece) => (
          <li key={piece.evidenceId}>
            <StatusTag>{t('leaf.evidenceMore')}</StatusTag>
            <div>
              <div className="things-title">{piece.title}</div>
              <PieceLine piece={piece} leafCode={leaf.code} />
            </div>
          </li>
        ))}
      </ul>
      <EvidenceDialog
        key={String(wanted)}
        isOpen={wanted !== undefined}
        index={index}
        leaf={leaf}
        wanted={wanted ?? null}
        onClose={() => setWanted(undefined)}
      />
    </Card>
  );
}

function PieceLine({ piece, leafCode }: { piece: Piece; leafCode: string }) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const { evidenceId, leaves } = piece;
  const others = leaves.filter((one) => one.leafCode !== leafCode);
  const removing = useMutation({
    mutationFn: () =>
      others.length
        ? api.placeEvidence({ path: { evidenceId }, body: { leaves: others } })
        : api.dropEvidence({ path: { evidenceId } }),
  });
  const document = [piece.documentNumber, piece.documentDate ? dayText(piece.documentDate) : null, piece.issuer];
  return (
    <div className="soft">
      {piece.fileId ? (
        <a href={`/api/index/evidence/${evidenceId}/file`} download>
          {piece.fileName ?? piece.title}
        </a>
      ) : (
        piece.title
      )}
      {document.some(Boolean) ? ` · ${document.filter(Boolean).join(', ')}` : ''}
      {piece.address ? (
        <>
          {' · '}
          <a href={piece.address}>{t('leaf.toRecords')}</a>
        </>
      ) : null}
      {others.length ? ` · ${t('leaf.evidenceAlso', { codes: others.map((one) => one.leafCode).join(', ') })}` : ''}
      {mayChange ? (
        <>
          {' '}
          <button type="button" className="link-button" onClick={() => removing.mutate()}>
            {t('leaf.evidenceRemove')}
            <span className="visually-hidden">: {piece.title}</span>
          </button>
        </>
      ) : null}
    </div>
  );
}
