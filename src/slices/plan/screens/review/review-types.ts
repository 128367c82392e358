import type { GetReviewAnswer } from '../../../../web/client.generated.ts';

export type ReviewFigure = GetReviewAnswer['figures'][number];
