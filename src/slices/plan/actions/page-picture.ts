import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AgencyId, ReviewId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { contentPath, findFile } from '../../files/server.ts';
import { photographPage } from '../../reading/server.ts';
import { findReviewFile } from '../store/reviews.ts';
import type { PlanRefusal } from './refusals.ts';

type Picture = Uint8Array;
type PageOfReview = { readonly agencyId: AgencyId; readonly reviewId: ReviewId; readonly page: number };

/** Beyond these, the pictures looked at longest ago go: any of them can be drawn again from its file. */
const MOST_KEPT = 1000;
const LEFT_OVER = 800;

/** Draws pages one at a time and keeps them: a person pages through a document faster than it can be drawn at once. */
export class PagePictures {
  readonly #context: Context;
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: Context) {
    this.#context = context;
  }

  /** The page of a review's document as a WebP picture. */
  async find({ agencyId, reviewId, page }: PageOfReview): Promise<Outcome<Picture, PlanRefusal>> {
    const { database, config } = this.#context;
    const fileId = await findReviewFile(database, agencyId, reviewId);
    const file = fileId && (await findFile(database, agencyId, fileId));
    if (!file) return refuse({ code: 'review-not-found' });
    const kept = join(config.dataFolder, 'pages', `${file.sha256}-${page}.webp`);
    const known = await readFile(kept).catch(() => null);
    if (known) return accept(known);
    const draw = async (): Promise<Outcome<Picture, PlanRefusal>> => {
      const bytes = await readFile(contentPath(config.dataFolder, file.sha256));
      const drawn = await photographPage(bytes, file.name, page);
      if (!drawn.ok) return refuse({ code: 'page-not-drawn' });
      await keep(config.dataFolder, kept, drawn.value.webp);
      return accept(drawn.value.webp);
    };
    const drawn = this.#last.then(draw, draw);
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }
}

async function keep(dataFolder: string, target: string, picture: Picture): Promise<void> {
  const folder = join(dataFolder, 'pages');
  await mkdir(folder, { recursive: true });
  await writeFile(`${target}.arriving`, picture);
  await rename(`${target}.arriving`, target);
  const names = await readdir(folder);
  if (names.length <= MOST_KEPT) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  aged.sort((one, other) => other.at - one.at);
  for (const { name } of aged.slice(LEFT_OVER)) await rm(join(folder, name), { force: true });
}
